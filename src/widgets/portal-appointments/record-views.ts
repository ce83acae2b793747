/** What shows of a record. Fetched once one is open: who is signed out needs none of it. */
export { appointmentCard } from './appointment-card.js';
export { cardStyles } from './card-styles.js';
export { cardList } from './card-list.js';
export { cancelQuestion, withdrawQuestion } from './questions.js';
export { requestCard } from './request-card.js';
export { requestActions, visitActions } from './actions.js';
