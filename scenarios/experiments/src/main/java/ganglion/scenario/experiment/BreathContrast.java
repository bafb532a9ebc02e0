package ganglion.scenario.experiment;

/**
 * Notes that a network learns from twice: as they are, played by a machine, and with the breath of a player. The network then
 * learns the difference alone.
 *
 * @param notes recorded or synthetic notes that a machine plays
 * @param with class of the notes with breath
 * @param without class of the unchanged notes
 * @param synthesised share of the notes without breath that get the changes of a synthesiser, from 0 to 1
 */
public record BreathContrast(DataSource notes, String with, String without, double synthesised) {}
