import type { Synonyms } from './synonyms.ts';

/** Words that many people use for the same thing, one group to a line. */
const french = `
  e-mail, mail, courriel, mél, courrier électronique
  mot de passe, mdp, code secret, password
  mise à jour, maj, actualisation, mettre à niveau
  carte bancaire, cb, carte bleue, carte de crédit
  rendez-vous, rdv
  téléphone, tel, portable, mobile, smartphone
  application, appli, app, logiciel, programme
  ordinateur, ordi, pc, poste
  base de données, bdd
  numéro, num, n°
  configuration, config, paramètre, réglage, option
  connexion, connecter, identifier, login, authentification, ouvrir une session
  déconnecter, fermer la session
  résilier, annuler, désabonner, mettre fin
  désinscrire, désabonner
  remboursement, rembourser
  document, doc, fichier
  internet, web, en ligne
  déménagement, déménager, changement d’adresse
  supprimer, effacer, enlever, retirer
  ajouter, rajouter
  modifier, changer, éditer
  agrandir, augmenter
  diminuer, réduire, baisser
  créer, faire un nouveau
  installer, mettre en place
  désinstaller, supprimer
  planter, bloquer, figer, geler, crasher, cesser de fonctionner
  panne, dysfonctionnement, incident, bug, plantage
  échouer, échec, rater
  erreur, problème, pb, souci
  dépanner, dépannage, résoudre, résolution des problèmes
  impossible, arriver pas, marcher pas, fonctionner pas
  marcher, fonctionner
  lent, ralentir, lenteur, performance, ramer
  récupérer, restaurer, retrouver
  sauvegarde, copie de sécurité, backup
  envoyer, transmettre, expédier
  recevoir, réception
  partager, partage
  acheter, achat, commander
  commande, achat
  vendre, vente
  payer, paie, paiement, règlement, régler
  prix, tarif, coût, coûter
  facture, facturation
  argent, sous, fric
  gratuit, sans frais
  abonnement, forfait, formule
  livraison, livrer, colis, expédition
  compte, profil
  utilisateur, usager
  client, acheteur
  salarié, employé, collaborateur
  employeur, patron, boss
  travail, emploi, job, boulot, travailler
  télétravail, travail à distance, travailler chez moi
  salaire, paie, paye, rémunération
  congé, vacances
  licencier, congédier, virer
  médecin, docteur
  médicament, remède
  malade, maladie
  maison, domicile, chez moi, chez nous, logement
  enfant, fils, fille, gamin
  bébé, nourrisson
  personne âgée, aîné, vieux
  parent, père, mère
  école, classe, scolaire, enseignement
  garderie, crèche, garde
  voiture, auto, véhicule
  magasin, boutique, commerce
  horaire, heure d’ouverture
  ouvrir, ouverture
  fermer, fermeture
  durée, combien de temps, délai
  date, jour
  photo, image
  visio, visioconférence, réunion
  message, messagerie
  boîte mail, boîte aux lettres, messagerie
  pièce jointe, fichier joint
  dossier, répertoire
  écran, affichage, afficher
  imprimer, impression, imprimante
  télécharger, téléchargement, download
  navigateur, chrome, firefox
  licence, clé de produit
  administrateur, admin
  droit, permission, autorisation, accès
  refuser, rejeter, bloquer
  sécurité, protection, protéger
  pirater, hameçonnage, phishing, arnaque
  synchronisation, synchro, synchroniser
  vérifier, contrôler, contrôle
  obligatoire, obligation, forcé
  interdit, défendu, permis
  aide, assistance, support
  contacter, joindre, appeler
  peur, inquiet, anxieux, stress
  manger, nourriture, repas, aliment
  transmettre, attraper, contagieux, transmission
  voyage, voyager, avion
  tout de suite, immédiatement
`;

const english = `
  e-mail, mail
  password, pwd, passcode
  sign in, log in, login, signin, log on
  sign out, log out, logout
  sign up, register, signup, registration
  update, upgrade
  application, app, software, program
  telephone, phone, mobile, cell
  computer, pc, laptop
  database, db
  configuration, config, setting, preference, option
  delete, remove, erase
  cancel, unsubscribe, terminate
  document, doc, file
  add, create
  change, modify, edit
  increase, raise, enlarge
  decrease, reduce, lower
  crash, freeze, hang, stop working
  broken, not working, fail, failure
  error, problem, issue, trouble
  fix, repair, solve, resolve, troubleshoot
  slow, performance, lag
  recover, restore, retrieve
  backup, copy
  send, submit, transmit
  share, sharing
  buy, purchase
  price, cost, fee, charge
  bill, invoice
  pay, payment
  refund, reimburse, money back
  money, financial, funds
  subscription, plan
  delivery, shipping, shipment, package
  account, profile
  customer, client
  employee, worker, staff
  employer, boss, company
  job, work, employment
  work from home, remote work, telework, telecommute
  salary, wage, pay
  vacation, holiday, leave
  fire, dismiss, lay off
  doctor, physician
  medicine, medication, drug
  ill, sick, illness
  house, home, residence
  child, kid, children
  baby, infant, newborn
  elderly, senior, old people
  parents, mother, father
  school, class
  daycare, childcare
  car, vehicle, automobile
  shop, store
  hours, opening hours, schedule
  open, opening
  close, closing, closure
  photo, picture, image
  meeting, conference
  attachment, attached file
  folder, directory
  screen, display
  download, install
  licence, license, product key
  administrator, admin
  right, permission, access, allowed
  deny, reject, refuse, block
  hack, phishing, scam
  sync, synchronize
  check, verify
  mandatory, required, obligatory
  forbidden, prohibited, banned
  help, support, assistance
  contact, reach, call
  afraid, worried, anxious, stress
  eat, food, meal
  spread, transmit, contagious, transmission
  trip, travel
  immediately, right away
  begin, start
  finish, end
  get, obtain
  use, usage
  rent, lease
  test, testing
`;

function groupsOf(list: string): string[][] {
  const lines = list.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => line.split(',').map((phrase) => phrase.trim()));
}

/** What people write to a help desk besides the words of its articles, by language: short forms and other words. */
export const everydayWords: Record<string, Synonyms> = {
  fr: { groups: groupsOf(french), rules: [] },
  en: { groups: groupsOf(english), rules: [] },
};
