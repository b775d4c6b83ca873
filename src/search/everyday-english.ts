/** Short and full forms of one word, one group to a line. */
export const englishShortForms = `
  e-mail, mail
  password, pwd
  application, app
  telephone, phone
  computer, pc
  database, db
  configuration, config
  document, doc
  documentation, docs
  administrator, admin
  information, info
  advertisement, ad
  photograph, photo
  television, tv
  laboratory, lab
  repository, repo
  specification, spec
  directory, dir
  environment, env
  development, dev
  production, prod
  identifier, id
  number, no
  human resources, hr
  value added tax, vat
  text message, sms
  air conditioning, ac
  automated teller machine, atm
  advertisement, advert
  refrigerator, fridge
  gymnasium, gym
  examination, exam
  mathematics, math
  university, uni
`;

/** Words of help desks and computing that often mean nearly the same, one group to a line. */
export const englishDeskWords = `
  password, passcode, pin, credentials
  sign in, log in, login, signin, log on, access
  sign out, log out, logout
  sign up, register, signup, registration, enroll, enrol, enrollment, join
  user name, login, user id
  update, upgrade, version, patch
  application, software, program, tool
  website, site, page, web, online, internet, portal
  internet, wifi, network, online, connection
  network, router, wifi, modem
  server, hosting, cloud, host
  telephone, mobile, cell, cellphone, smartphone, iphone, android
  computer, laptop, machine, desktop, mac
  setting, preference, option, configure, configuration, set up
  delete, remove, erase, get rid of, clear, uninstall
  cancel, unsubscribe, terminate, end, stop, cancellation
  postpone, delay, reschedule, defer, put off
  extend, renew, renewal, extension, prolong
  file, document, folder
  add, create, insert, include
  create, make, build, generate, new
  change, modify, edit, alter, update, modification, adjust
  replace, swap, exchange, substitute, replacement
  increase, raise, enlarge, grow, boost
  decrease, reduce, lower, cut, shrink
  limit, restrict, restriction, maximum, cap, quota
  install, set up, installation, deploy
  enable, turn on, activate, switch on, activation
  disable, turn off, deactivate, switch off
  crash, freeze, hang, stop working, stuck
  broken, not working, fail, failure, damaged, defective, faulty
  error, problem, issue, trouble, bug, fault
  fix, repair, solve, resolve, troubleshoot, solution, mend
  slow, performance, lag, speed
  fast, quick, quickly, speed up, rapid
  recover, restore, retrieve, get back, recovery
  lose, lost, missing, forget, forgot, misplace
  steal, stolen, theft, robbery
  backup, copy, back up
  save, keep, store, preserve, retain
  send, submit, transmit, mail, forward
  receive, get, obtain, acquire
  share, sharing, give access
  search, find, look for, locate, look up
  show, display, appear, visible, view
  hide, conceal, invisible
  disappear, vanish, gone, missing
  open, opening, reopen
  close, closing, closure, shut, shut down
  begin, start, launch, commence
  finish, end, complete, expire, over
  continue, keep, resume, carry on, remain
  stop, quit, pause, suspend, halt, interrupt
  photo, picture, image, screenshot
  video, film, clip, recording
  sound, audio, volume, speaker, noise
  meeting, conference, call, video call
  message, chat, notification
  notification, alert, warning, notify
  inbox, mailbox
  spam, junk
  attachment, attached file, attach
  folder, directory
  signature, sign
  form, application, fill
  request, ask, apply
  screen, display, monitor
  keyboard, mouse, key
  button, click, press
  menu, tab, bar
  print, printer, printing
  scan, scanner
  download, install, get
  upload, import, load
  import, migrate, transfer
  export, extract, extraction
  move, transfer, relocate, migrate
  copy, duplicate, clone
  browser, chrome, firefox, edge, safari
  spreadsheet, excel, table
  chart, graph, diagram
  report, statistics, analytics
  column, field, row
  filter, sort
  template, sample, example
  language, translate, translation
  theme, appearance, color, style
  font, text size
  licence, license, product key
  role, permission, privilege
  deny, reject, refuse, block, decline, refusal
  accept, approve, approval, confirm, agree
  confirm, confirmation, verify
  check, verify, inspect, control
  security, safety, secure, safe
  hack, phishing, scam, compromised
  privacy, personal data, confidential, gdpr
  sync, synchronize
  battery, charge, charger, power
  memory, storage, disk space, capacity
  antivirus, malware, virus
  help, support, assistance, assist
  contact, reach, call, phone number
  agent, representative, customer service, advisor
  review, comment, opinion, feedback, rating
  question, inquiry, query
  difference, differ, compare, versus
  benefit, advantage, pros
  choose, select, pick, choice, selection
  use, usage, utilize, using
  useful, effective, efficient, helpful
  part, component, piece
  total, sum, balance
  calculate, compute, estimate
  size, dimension, length, big
  heavy, weight
  object, item, thing, article
  item, product, goods
  produce, manufacture, production
  warehouse, storage, depot
  explain, explanation, meaning, mean, define, definition
  reason, cause, why
  place, location, where, venue
  people, person, individual, someone
  task, activity, action
  eligible, qualify, eligibility, entitled, criteria
  apply, concern, cover, affect
  exist, there is, available
  automatic, automatically, automate
  manual, manually, by hand
  link, associate, relate, connect
  separate, split, divide
  merge, combine, join
  plan, schedule, planning
  track, tracking, follow, status
  old, previous, former
  recent, new, latest
  remove stain, clean, stain
  smell, odor, stink
  hot, heat, warm
  cold, cool, freeze
  cut, trim, slice
  stick, glue, attach
  loose, tighten
  noise, loud, sound
  insect, bug, pest, ant
`;

/** Words so common in everyday language that sharing one says little about the subject. */
export const englishLightWords = `
  go come take make give know want need try keep stay find talk say tell ask think believe like seem allow let hold
  leave return become begin start continue see look understand use possible person people case time times day week
  month year moment hour new first last little big good bad best same much lot many very now problem question help
  thing way kind sort end part point type example level situation place side order period currently always never often
  sometimes really normally simply only certain several different next yesterday tomorrow morning evening exist
  concern consist obtain anyone someone something anything everything would able sure okay hope wait wish work put
`;
