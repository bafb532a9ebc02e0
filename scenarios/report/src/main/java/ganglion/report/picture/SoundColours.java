package ganglion.report.picture;

import java.awt.Color;

/** The colours of the picture. Loudness goes from white to dark blue with steadily falling lightness, which stays readable in grey. */
final class SoundColours {

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x18202b);
    static final Color SOFT_INK = new Color(0x566172);
    static final Color LABEL_GROUND = new Color(0xccffffff, true);
    static final Color LINE = new Color(0xdde2e9);
    static final Color WAVE = new Color(0x2b8ac4);
    static final Color SPIKE = new Color(0x0b63a5);

    /** The stops of the light spectrum of the report, which stand in palette.js, too. */
    private static final int[] STOPS = {
        0xffffff, 0xeef6f4, 0xcfe6e3, 0x9fcfd3, 0x64afc4, 0x3a86b3, 0x2f5d9b, 0x2c3776, 0x1a1a4a
    };

    private SoundColours() {}

    /** Colour of a share from 0 (silent) to 1 (loudest), as 0xRRGGBB; lower shares count as 0, higher ones as 1. */
    static int of(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int lower = Math.min(STOPS.length - 2, (int) place);
        double part = place - lower;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STOPS[lower] >> shift & 0xff;
            int to = STOPS[lower + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return colour;
    }
}
