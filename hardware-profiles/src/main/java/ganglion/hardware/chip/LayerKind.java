package ganglion.hardware.chip;

import java.util.Locale;

/** Kinds of layers whose multiply-accumulates take a conventional processor different times. */
public enum LayerKind {
    /** A full matrix: each weight is used once in a pass. */
    DENSE,
    /** A convolution of any kind: each weight is used at many places. */
    CONVOLUTION;

    /** The word used in documents and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
