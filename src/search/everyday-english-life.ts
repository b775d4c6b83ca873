/** Words of money, work, health, home, travel and public life that often mean nearly the same, one group to a line. */
export const englishLifeWords = `
  buy, purchase, order, get
  order, purchase
  sell, sale, seller, vendor
  price, cost, fee, charge, rate, expensive, how much
  bill, invoice, billing, statement
  pay, payment, paid, settle
  refund, reimburse, money back, reimbursement, return
  compensate, compensation, indemnity, damages
  money, financial, funds, cash, finance
  financial assistance, benefit, allowance, subsidy, grant, aid, relief
  loan, mortgage, borrow, lend, credit
  debt, owe, overdue, unpaid
  tax, taxes, irs, fiscal
  bank, account, transfer, deposit
  savings, save money, economize
  card, credit card, debit card, visa
  free, no charge, free of charge
  subscription, plan, membership, subscribe
  discount, coupon, promo code, deal, sale
  delivery, shipping, shipment, package, ship, deliver, parcel
  package, parcel, mail
  return, send back, give back
  stock, available, inventory, availability
  warranty, guarantee, insurance, coverage
  insurance, insured, insurer, coverage, policy
  account, profile
  customer, client, consumer, shopper
  user, member, subscriber
  supplier, vendor, provider
  business, company, firm, enterprise, organization, establishment
  employee, worker, staff, personnel
  employer, boss, company
  manager, supervisor, boss, director, head
  team, group, crew
  job, work, employment, position, career, occupation
  work from home, remote work, telework, telecommute, home office
  remote, remotely, distance, from home, online
  hire, recruit, recruitment, hiring, apply
  unemployed, unemployment, lose job, laid off, out of work
  fire, dismiss, lay off, terminate, dismissal
  resign, quit, leave, resignation
  salary, wage, pay, income, earnings, paycheck
  vacation, holiday, leave, time off, pto
  retire, retirement, pension
  contract, agreement, deal
  training, course, learn, class, internship
  doctor, physician, medical, appointment
  nurse, caregiver, health worker
  hospital, clinic, emergency room
  medicine, medication, drug, prescription, pharmacy
  treat, treatment, cure, heal, care
  ill, sick, illness, disease, infected
  symptom, sign, fever, cough
  test, testing, screening, tested
  vaccine, vaccination, shot, immunization
  virus, infection, germ, disease, epidemic, pandemic
  spread, transmit, contagious, transmission, catch, contract, infect, contagion
  protect, protection, prevent, prevention, avoid
  mask, glove, face covering
  wash, clean, cleaning, disinfect, hygiene, sanitize
  isolate, isolation, quarantine, confinement, stay home
  outside, outdoors, go out, outdoor
  gathering, meeting, crowd, group, gather
  danger, dangerous, risk, risky, hazard, harmful
  health, sanitary, medical, healthy
  die, death, dying, deceased, pass away
  funeral, burial
  pregnant, pregnancy, maternity, birth
  disability, disabled, handicap, special needs
  mental health, anxiety, stress, depression, psychological
  afraid, worried, anxious, stress, fear, concern, worry
  allergy, allergic
  pain, ache, hurt, sore
  skin, rash, itch
  hair, haircut, hairdresser, barber
  tooth, teeth, dental, dentist
  weight, diet, lose weight, fat
  house, home, residence, housing, dwelling
  apartment, flat, housing
  rent, lease, tenant, rental, landlord
  owner, landlord, property
  renovation, construction, building, repair
  electricity, power, electric, energy
  heating, heater, boiler, furnace
  water, leak, plumbing, faucet, tap, pipe
  garbage, trash, waste, rubbish, recycling, bin
  furniture, sofa, couch, table
  floor, carpet, tile
  wall, paint, painting
  child, kid, children, son, daughter, minor
  baby, infant, newborn, toddler
  teenager, teen, youth, young
  parents, mother, father, mom, dad, family
  elderly, senior, old people, older, grandparents
  nursing home, care home, seniors’ home, long-term care
  family, relative, loved one
  spouse, husband, wife, partner
  wedding, marriage, marry, married
  divorce, separation, ex, custody
  friend, buddy, pal
  visit, visiting, see, meet
  school, class, education, schooling
  college, university, studies
  student, pupil, learner
  teacher, professor, educator, instructor
  exam, test, grade
  diploma, degree, certificate
  scholarship, student loan, tuition
  daycare, childcare, babysitter, nursery
  car, vehicle, automobile, auto
  tire, wheel, flat tire
  driving licence, driver’s license, driving, drive
  truck, lorry, trucker
  bike, bicycle, cycling
  public transit, bus, subway, train, public transport
  train, railway, station
  plane, flight, airport, airline, fly
  trip, travel, journey, traveling, vacation
  abroad, foreign, overseas, country, international
  country, nation, state
  border, customs, passport
  identity, id, passport, papers
  visa, immigration, permit
  hotel, accommodation, lodging, room
  book, reserve, reservation, booking
  ticket, seat, pass
  luggage, baggage, suitcase, bag
  parking, park
  directions, route, way, navigate
  traffic, commute, road
  weather, temperature, rain, forecast
  shop, store, supermarket, retailer, market
  grocery, supermarket, groceries, shopping
  eat, food, meal, dish, eating
  cook, recipe, cooking, bake, ingredient
  restaurant, dining, takeout, cafe
  drink, beverage, water
  alcohol, beer, wine
  shortage, lack, run out
  sport, gym, workout, exercise, fitness
  music, song, playlist, play
  movie, film, cinema, show
  church, worship, religious, mass, prayer
  pet, animal, dog, cat
  garden, plant, gardening, lawn
  event, festival, show, concert
  government, state, ministry, public, authorities
  city, town, municipal, municipality
  election, vote, voting
  law, rule, legal, regulation, policy
  court, lawyer, attorney, legal, judge
  police, fine, penalty, offence
  complaint, complain, claim, dispute
  fraud, scam, suspicious, fraudulent
  right, permission, access, allowed, permit, authorization
  allowed, permitted, authorized, can, legal
  forbidden, prohibited, banned, not allowed, illegal
  mandatory, required, obligatory, compulsory, have to
  necessary, essential, needed, required
  recommend, advise, advice, recommendation, suggest, suggestion
  instruction, guideline, directive, measure, rule
  procedure, process, step, way
  hours, opening hours, schedule, time
  duration, how long, period, length
  date, day, when
  late, delay, delayed
  frequency, often, how many times, regularly
  urgent, emergency, immediate, priority
  immediately, right away, now
  evening, night
  weekend, saturday, sunday
  alarm, wake up, reminder, alert
  calendar, schedule, agenda, appointment
`;
