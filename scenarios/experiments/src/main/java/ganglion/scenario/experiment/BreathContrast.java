package ganglion.scenario.experiment;

/**
 * Notes that are learned from twice: as they are, played by a machine, and with the breath of a player. A network then learns what makes
 * the difference, on sounds of which it knows nothing else.
 *
 * @param notes recorded or synthetic notes that a machine plays
 * @param with class of the notes with breath
 * @param without class of the notes as they are
 * @param synthesised share of the notes without breath that are changed as a synthesiser changes them, from 0 to 1
 */
public record BreathContrast(DataSource notes, String with, String without, double synthesised) {}
