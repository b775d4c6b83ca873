// The one script of generated answers; only pages of portals with a model have it.
import './answer-card.ts';
import './answer-panel.ts';
