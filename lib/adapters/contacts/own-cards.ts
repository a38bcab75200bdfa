/** How a card says that Firsthand wrote it, and nobody has written it anew since (RFC 6350 §6.7.3). */
export const OWN_PRODUCT = "-//Firsthand//People//EN";

/** The parameter of X-ABDATE that tells our own kind of day; other programs see a day with its label. */
export const OWN_DAY = "X-FIRSTHAND-KIND";
