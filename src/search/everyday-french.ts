/** Short and full forms of one word, one group to a line. */
export const frenchShortForms = `
  e-mail, mail, courriel, mél, courrier électronique, adresse électronique
  mot de passe, mdp
  mise à jour, mettre à jour, maj
  carte bancaire, cb, carte bleue
  rendez-vous, rdv
  téléphone, tel, télécopie
  application, appli, app
  ordinateur, ordi, pc
  base de données, bdd
  numéro, num, n°
  configuration, config
  document, doc
  documentation, doc
  synchronisation, synchro
  administrateur, admin
  visioconférence, visio
  information, info
  publicité, pub
  professionnel, pro
  promotion, promo
  restaurant, resto
  université, fac
  laboratoire, labo
  ressources humaines, rh
  comité social et économique, cse
  télévision, télé, tv
  photographie, photo
  automobile, auto
  technicien, tech
  identifiant, id
  système d’exploitation, os
  clé usb, usb
  message texte, sms, texto
  réduction du temps de travail, rtt
  contrat à durée déterminée, cdd
  contrat à durée indéterminée, cdi
  taxe sur la valeur ajoutée, tva
  service après-vente, sav
  foire aux questions, faq
  relevé d’identité bancaire, rib
`;

/** Words of help desks and computing that often mean nearly the same, one group to a line. */
export const frenchDeskWords = `
  mot de passe, code secret, password, code d’accès
  mise à jour, actualisation, mettre à niveau, version
  carte bancaire, carte de crédit, paiement
  téléphone, portable, mobile, smartphone, cellulaire, iphone, android
  application, logiciel, programme, outil
  ordinateur, poste, machine, portable, mac
  site, page, web, internet, portail
  internet, en ligne, connexion, réseau, wifi, box
  réseau, wifi, routeur, box, modem
  serveur, hébergement, cloud
  configuration, paramètre, réglage, option, préférence, configurer, paramétrer, régler
  connexion, connecter, identifier, login, authentification, ouvrir une session, accès
  déconnecter, fermer la session, déconnexion
  identifiant, login, nom d’utilisateur, pseudo
  inscription, inscrire, enregistrer, créer un compte, adhérer, adhésion
  résilier, annuler, désabonner, mettre fin, arrêter, résiliation, annulation
  désinscrire, désabonner, désinscription, désabonnement
  reporter, décaler, repousser, retarder, différer, report
  prolonger, renouveler, reconduire, prolongation, renouvellement
  remboursement, rembourser, récupérer argent, avoir
  indemnité, indemnisation, dédommager, dédommagement, compensation, compenser
  fichier, document, pièce
  déménagement, déménager, changer d’adresse, nouvelle adresse
  adresse, domicile, coordonnées
  supprimer, effacer, enlever, retirer, suppression, éliminer, détruire
  ajouter, rajouter, ajout, insérer, intégrer
  modifier, changer, éditer, modification, corriger, changement, rectifier
  remplacer, changer, remplacement, substituer, échanger, échange
  agrandir, augmenter, augmentation, hausse, élever
  diminuer, réduire, baisser, réduction, baisse, diminution
  limiter, limite, restreindre, restriction, maximum, plafond, quota
  créer, création, nouveau, générer
  rédiger, écrire, rédaction
  installer, mettre en place, installation, déployer, déploiement
  désinstaller, supprimer, désinstallation
  activer, allumer, activation, démarrer, mettre en marche
  désactiver, éteindre, désactivation, couper
  planter, bloquer, figer, geler, crasher, cesser de fonctionner, plantage
  panne, dysfonctionnement, incident, bug, plantage, défaillance, hors service
  échouer, échec, rater, erreur
  erreur, problème, pb, souci, anomalie, difficulté, bug
  dépanner, dépannage, résoudre, résolution, réparer, réparation, corriger, solution
  casser, cassé, abîmé, endommagé, défectueux, brisé
  impossible, arriver pas, marcher pas, fonctionner pas, pas moyen, échec
  marcher, fonctionner, fonctionnement
  lent, ralentir, lenteur, performance, ramer, long, rapidité
  rapide, vite, rapidement, accélérer, vitesse
  récupérer, restaurer, retrouver, récupération, restauration
  perdre, perdu, oublier, oublié, perte, égarer, oubli
  voler, vol, volé, dérober, cambriolage
  sauvegarde, copie de sécurité, backup, sauvegarder, copie
  enregistrer, sauvegarder, conserver, garder, stocker
  envoyer, transmettre, expédier, envoi, adresser
  recevoir, réception, obtenir, reçu
  obtenir, avoir, recevoir, procurer, se procurer
  partager, partage, donner accès
  chercher, rechercher, recherche, trouver
  afficher, affichage, apparaître, visible, voir, montrer
  disparaître, disparu, introuvable, manquer, manquant, absent
  ouvrir, ouverture, ouvert, rouvrir, réouverture
  fermer, fermeture, fermé, clos
  commencer, début, débuter, démarrer, lancer
  finir, fin, terminer, achever, expirer, échéance
  continuer, poursuivre, maintenir, toujours
  arrêter, stopper, cesser, interrompre, arrêt, interruption, suspendre
  photo, image, illustration, capture
  vidéo, film, enregistrement
  son, audio, micro, haut-parleur, casque
  visio, visioconférence, réunion, teams, zoom
  réunion, rencontre, séance
  message, messagerie, notification, sms
  notification, alerte, avertissement, avertir, prévenir
  boîte mail, boîte aux lettres, messagerie, boîte de réception
  spam, indésirable, pourriel
  pièce jointe, fichier joint, joindre
  dossier, répertoire, classeur
  signature, signer, signataire
  formulaire, demande, dossier, remplir
  demande, requête, demander, solliciter
  écran, affichage, moniteur
  clavier, souris, touche
  bouton, cliquer, clic, icône
  menu, onglet, barre, rubrique
  imprimer, impression, imprimante
  scanner, numériser, numérisation
  télécharger, téléchargement, download
  importer, import, importation, charger, transférer
  exporter, export, extraction, extraire
  transférer, transfert, migrer, migration, déplacer
  copier, dupliquer, copie, coller
  navigateur, chrome, firefox, edge, safari
  tableau, excel, feuille de calcul, tableur
  graphique, diagramme, courbe
  rapport, état, compte rendu, statistique
  liste, énumération, catalogue
  colonne, champ, ligne
  filtre, filtrer, trier, tri
  modèle, gabarit, exemple
  langue, traduction, traduire, anglais
  thème, apparence, couleur, style
  police, caractère, taille du texte
  licence, clé de produit, activation
  droits d’administrateur, privilège, rôle, autorisation
  refuser, rejeter, bloquer, refus, rejet
  accepter, valider, approuver, validation, approbation
  confirmer, confirmation, vérifier
  vérifier, contrôler, contrôle, vérification, inspecter
  sécurité, sûreté, protection, sécuriser
  pirater, hameçonnage, phishing, arnaque, fraude, pirate, piratage
  confidentialité, vie privée, données personnelles, rgpd
  synchroniser, synchronisation
  batterie, charge, charger, chargeur, recharger
  mémoire, espace disque, stockage, capacité
  virus, antivirus, malware
  aide, assistance, support, aider, soutien
  contacter, joindre, appeler, contact, numéro de téléphone
  conseiller, agent, service client, interlocuteur
  avis, commentaire, opinion, évaluation
  question, demande, renseignement, information
  différence, différent, comparer, distinguer, distinction
  avantage, bénéfice, intérêt, profit
  choisir, choix, sélectionner, sélection
  utiliser, utilisation, usage, se servir, employer
  utile, efficace, servir, efficacité
  partie, section, élément, composant
  total, somme, ensemble, cumul
  calculer, calcul, estimer, estimation
  mesure, dimension, taille, longueur
  poids, lourd, peser
  surface, objet, matériel
  qualité, norme, conforme, conformité
  marchandise, article, produit
  fabriquer, production, fabrication, produire
  entrepôt, magasin, stock, dépôt
  expliquer, explication, signifier, vouloir dire, définition, consister
  définir, définition, c’est quoi, qu’est-ce que
  raison, cause, pourquoi, motif
  endroit, lieu, où, place
  personne, gens, individu, monde
  rôle, fonction, tâche, mission
  tâche, activité, action
  concerner, visé, s’appliquer, éligible, admissible
  admissible, éligible, avoir droit, condition, critère
  exister, y avoir, existence
  empêcher, éviter, bloquer
  automatique, automatiquement, automatiser
  manuel, manuellement, à la main
  associer, lier, lien, relier, rattacher
  séparer, diviser, scinder
  regrouper, fusionner, combiner, réunir
  planifier, programmer, prévoir, planning, calendrier
  suivre, suivi, état, avancement
  ancien, vieux, précédent, avant
  récent, nouveau, dernier, nouveauté
`;

/** Words so common in everyday language that sharing one says little about the subject. */
export const frenchLightWords = `
  aller venir rendre mettre prendre donner savoir vouloir devoir falloir essayer arriver passer rester trouver parler
  dire demander penser croire aimer sembler permettre servir laisser tenir partir revenir devenir commencer continuer
  voir regarder comprendre connaître utiliser avoir faire pouvoir besoin possible personne gens cas fois temps jour
  semaine mois année an moment heure nouveau nouvelle premier dernier petit grand bon mauvais même beaucoup trop très
  maintenant problème question aide chose façon sorte fin début part partie point type genre exemple niveau suite
  situation lieu place côté rapport ordre mesure période actuellement toujours jamais souvent parfois vraiment
  normalement simplement seulement certain plusieurs différent prochain hier demain matin soir existe concerner
  consister obtenir avance souhaiter désirer espérer attendre dois doit doivent devez devons devrait devrais devront
  devra faut faudra faudrait irai ira sait sais savez viens vient prend prends met mets dit dis rend reste arrive
  tient aurais serais voudrais voudrait aimerais aimerait voulais voulons voulez devait permet veulent
`;
