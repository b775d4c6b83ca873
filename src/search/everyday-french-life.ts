/** Words of money, work, health, home, travel and public life that often mean nearly the same, one group to a line. */
export const frenchLifeWords = `
  acheter, achat, commander, acquérir, acquisition
  commande, achat, commander
  vendre, vente, vendeur
  payer, paiement, règlement, régler, verser, versement, paye, frais
  prix, tarif, coût, coûter, montant, cher, combien
  frais, coût, charge, dépense, payer
  facture, facturation, facturer, note
  argent, sous, fric, fonds, somme, financier
  gratuit, sans frais, gratuitement, offert
  aide financière, subvention, allocation, prestation, prime, aide
  prêt, emprunt, crédit, emprunter, prêter
  dette, devoir de l’argent, impayé, retard de paiement
  impôt, taxe, fiscal, déclaration
  banque, bancaire, compte, virement
  économie, épargne, économiser, épargner
  abonnement, forfait, formule, offre, abonner
  réduction, remise, rabais, promotion, code promo, solde
  livraison, livrer, colis, expédition, envoi, acheminer
  colis, paquet, courrier, envoi
  poste, courrier, lettre
  retour, retourner, renvoyer, rendre
  stock, disponible, rupture, inventaire, disponibilité
  garantie, assurance, couvrir, couverture
  assurance, assurer, assureur, mutuelle, couverture
  compte, profil, espace personnel
  utilisateur, usager, client, membre
  client, acheteur, consommateur, clientèle
  fournisseur, prestataire, vendeur
  entreprise, société, compagnie, organisation, commerce, boîte
  salarié, employé, collaborateur, travailleur, personnel, agent
  fonctionnaire, agent public, fonction publique, secteur public
  employeur, patron, boss, entreprise, chef
  responsable, manager, chef, supérieur, directeur, gestionnaire
  équipe, groupe, service
  travail, emploi, job, boulot, travailler, métier, poste, profession
  télétravail, travail à distance, travailler chez moi, travailler à la maison, domicile
  distance, à distance, distant, éloigné
  embaucher, embauche, recruter, recrutement, engager, candidature
  chômage, sans emploi, perte d’emploi, licenciement
  licencier, congédier, virer, mettre à la porte, licenciement, renvoyer, congédiement
  démission, démissionner, quitter, départ
  salaire, paie, paye, rémunération, revenu, payé, traitement
  congé, vacances, absence, repos, arrêt
  arrêt de travail, arrêt maladie, congé de maladie
  retraite, retraité, pension
  contrat, accord, convention, engagement
  formation, former, cours, apprendre, stage
  médecin, docteur, médical, généraliste
  infirmier, soignant, personnel de santé
  hôpital, clinique, urgences, hospitalisation, hospitalier
  médicament, remède, traitement, pharmacie
  pharmacie, pharmacien, médicament
  soigner, soin, traitement, guérir, traiter, guérison
  malade, maladie, souffrant, infecté, atteint
  symptôme, signe, fièvre, toux, manifestation
  test, tester, dépistage, analyse
  vaccin, vacciner, vaccination
  virus, infection, maladie, microbe, épidémie, pandémie
  transmettre, attraper, contagieux, transmission, contaminer, contagion, propager, propagation
  protéger, protection, prévenir, prévention, éviter
  masque, gant, protection
  laver, nettoyer, lavage, nettoyage, désinfecter, hygiène, propre
  isoler, isolement, quarantaine, confinement, confiner
  rester à la maison, rester chez soi, confinement, sortir
  sortir, sortie, dehors, extérieur
  rassemblement, réunion, groupe, foule
  danger, dangereux, risque, risqué, grave, menace
  santé, sanitaire, médical
  mourir, décès, mort, mourant, décéder, fin de vie
  enterrement, funérailles, obsèques, décès
  enceinte, grossesse, bébé, maternité, accoucher, accouchement
  naissance, naître, maternité, nouveau-né, accoucher
  handicap, handicapé, invalidité, incapacité
  psychologue, détresse, soutien psychologique, moral
  peur, inquiet, anxieux, stress, inquiétude, angoisse, craindre
  allergie, allergique, intolérance
  dent, dentiste, dentaire
  œil, lunettes, vue, opticien
  maison, domicile, chez moi, chez nous, logement, habitation, foyer
  appartement, logement, immeuble, studio
  louer, location, loyer, locataire, bail
  propriétaire, bailleur, propriété
  travaux, rénovation, chantier, construction, construire
  électricité, courant, électrique, énergie
  chauffage, chaudière, radiateur, chauffer
  eau, fuite, plomberie, robinet
  poubelle, déchet, ordure, recyclage, recycler
  voisin, voisinage, bruit
  meuble, mobilier
  enfant, fils, fille, gamin, jeune, mineur
  bébé, nourrisson, jeune enfant
  adolescent, ado, jeune
  parent, père, mère, papa, maman, famille
  grands-parents, grand-mère, grand-père, aîné, personne âgée
  personne âgée, aîné, vieux, senior, ancien
  maison de retraite, résidence pour aînés, foyer, ehpad, hébergement
  famille, familial, proche, parenté
  conjoint, mari, femme, époux, épouse, compagnon
  mariage, marier, noces, union
  divorce, séparation, séparer, ex
  ami, proche, copain, connaissance
  visite, visiter, rendre visite, aller voir, rencontrer
  école, classe, scolaire, enseignement, collège, lycée
  université, études, étudiant, faculté, supérieur
  élève, étudiant, écolier
  professeur, enseignant, prof, instituteur
  examen, épreuve, concours, note
  diplôme, certificat, attestation
  bourse, aide financière, prêt étudiant
  garderie, crèche, garde d’enfants, service de garde, garder
  voiture, auto, véhicule, automobile
  permis de conduire, permis, conduire, conduite, conducteur
  camion, camionneur, routier, chauffeur
  vélo, bicyclette, cycliste
  transport en commun, bus, autobus, métro, train, tramway
  train, gare, sncf, billet
  avion, vol, aéroport, aérien
  voyage, voyager, avion, séjour, déplacement, partir
  déplacement, déplacer, circuler, se rendre, trajet
  étranger, pays, international, hors du pays, monde
  pays, nation, état
  frontière, douane, passeport, étranger
  papiers, pièce d’identité, passeport, carte d’identité, identité
  visa, titre de séjour, immigration
  hôtel, hébergement, chambre, réservation
  réserver, réservation, place
  billet, ticket, place
  stationnement, parking, garer, stationner
  magasin, boutique, commerce, supermarché, épicerie
  épicerie, supermarché, courses, alimentation, provisions
  manger, nourriture, repas, aliment, alimentaire, cuisine
  restaurant, café, bar, cantine
  pénurie, manque, rupture, manquer
  sport, gym, salle de sport, activité physique, exercice
  culture, musée, cinéma, spectacle, bibliothèque
  église, culte, messe, religieux, prière, mosquée
  animal, chien, chat, animaux de compagnie
  parc, jardin, espace vert, extérieur
  bibliothèque, livre, médiathèque
  événement, festival, spectacle, manifestation
  gouvernement, état, ministère, public, autorités
  mairie, ville, commune, municipal, municipalité
  élection, vote, voter, électoral
  loi, règle, légal, règlement, réglementation, droit
  justice, tribunal, avocat, juge, procès
  police, amende, contravention, infraction
  plainte, réclamation, réclamer, plaindre, contester
  droit, permission, autorisation, accès, autoriser, permis, permettre
  autorisé, permis, possible, légal
  interdit, défendu, interdire, interdiction, illégal
  obligatoire, obligation, forcé, obliger, exiger, nécessaire
  nécessaire, essentiel, indispensable, requis, besoin
  recommander, conseiller, conseil, recommandation, préférable, mieux
  consigne, instruction, directive, mesure, règle
  procédure, démarche, étape, marche à suivre, comment faire
  horaire, heure d’ouverture, heure, plage horaire
  durée, combien de temps, délai, longtemps, jusqu’à quand
  date, jour, quand
  retard, en retard, tarder, délai
  fréquence, souvent, régulièrement, fois
  urgent, urgence, immédiat, prioritaire
  tout de suite, immédiatement, maintenant, dès que possible
  soir, soirée, nuit
  fin de semaine, week-end, samedi, dimanche
`;
