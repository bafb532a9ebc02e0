package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;

/**
 * The energies of arithmetic in one number format.
 *
 * @param add joules of one addition
 * @param multiply joules of one multiplication
 */
public record Arithmetic(Figure add, Figure multiply) {}
