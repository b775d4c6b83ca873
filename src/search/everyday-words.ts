import type { Synonyms } from './synonyms.ts';

/** Short forms that people write to a help desk, by language, and what they stand for. */
export const everydayWords: Record<string, Synonyms> = {
  fr: {
    groups: [
      ['e-mail', 'mail', 'courriel', 'mél', 'courrier électronique'],
      ['mot de passe', 'mdp'],
      ['mise à jour', 'maj'],
      ['carte bancaire', 'cb', 'carte bleue', 'carte de crédit'],
      ['rendez-vous', 'rdv'],
      ['téléphone', 'tel', 'portable', 'mobile'],
      ['application', 'appli', 'app'],
      ['ordinateur', 'ordi', 'pc'],
      ['base de données', 'bdd'],
      ['numéro', 'num'],
      ['configuration', 'config'],
      ['se connecter', 'connexion', "s'identifier", 'login'],
      ['désinscrire', 'désabonner', 'résilier'],
      ['remboursement', 'rembourser'],
      ['document', 'doc'],
      ['internet', 'web'],
      ['déménagement', 'changement d’adresse'],
    ],
    rules: [],
  },
  en: {
    groups: [
      ['e-mail', 'mail'],
      ['password', 'pwd', 'passcode'],
      ['sign in', 'log in', 'login', 'signin', 'log on'],
      ['sign up', 'register', 'signup'],
      ['update', 'upgrade'],
      ['application', 'app'],
      ['telephone', 'phone', 'mobile', 'cell'],
      ['computer', 'pc', 'laptop'],
      ['database', 'db'],
      ['configuration', 'config'],
      ['delete', 'remove', 'erase'],
      ['cancel', 'unsubscribe'],
      ['document', 'doc'],
    ],
    rules: [],
  },
};
