package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;

/** Where the front end of a device is computed. A processor that has times of signal processing computes it itself. */
public sealed interface FrontEndSite {

    /**
     * In analogue circuits of the chip, which listen all the time.
     *
     * @param power watts while they listen
     */
    record Analogue(Figure power) implements FrontEndSite {}

    /**
     * On a processor beside the chip, which sleeps between its frames, or idles where the chip is always on.
     *
     * @param profile name of the processor's profile, or its file
     * @param reason why this one
     */
    record Beside(String profile, String reason) implements FrontEndSite {}
}
