package ganglion.learning.train;

import java.io.Serial;

/** A training has left the numbers: nothing can be learned any more. The message says what was found, in which epoch. */
public final class DivergedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param epoch counted from 0 */
    DivergedException(String found, int epoch) {
        super("found " + found + " in epoch " + (epoch + 1)
                + ", expected a finite number: a lower learning rate may help");
    }
}
