package ganglion.cochlea.audio.flac;

import ganglion.cochlea.audio.AudioFormatException;
import java.io.IOException;
import java.util.Arrays;

/** Decodes one channel of a FLAC frame (RFC 9639, section 9.2): a predictor and its residuals. */
final class FlacSubframe {

    private static final int CONSTANT = 0;
    private static final int VERBATIM = 1;
    private static final int FIRST_FIXED = 8;
    private static final int LAST_FIXED = 12;
    private static final int FIRST_LINEAR = 32;
    private static final int HIGHEST_ORDER = 32;
    /** Predictors of order 0 to 4: the newest sample's coefficient first. */
    private static final long[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final FlacBits bits;
    private final long[] coefficients = new long[HIGHEST_ORDER];

    FlacSubframe(FlacBits bits) {
        this.bits = bits;
    }

    /** Fills the first {@code length} samples. */
    void read(long[] samples, int length, int bitsPerSample) throws IOException, AudioFormatException {
        if (bits.unsigned(1) != 0) {
            throw FlacFrame.damaged("no start of a channel");
        }
        int type = (int) bits.unsigned(6);
        int wasted = bits.unsigned(1) == 0 ? 0 : bits.unary() + 1;
        int width = bitsPerSample - wasted;
        if (width < 1) {
            throw FlacFrame.damaged("samples without bits");
        }
        if (type == CONSTANT) {
            Arrays.fill(samples, 0, length, bits.signed(width));
        } else if (type == VERBATIM) {
            readPlain(samples, length, width);
        } else if (type >= FIRST_FIXED && type <= LAST_FIXED) {
            readFixed(samples, length, width, type - FIRST_FIXED);
        } else if (type >= FIRST_LINEAR) {
            readLinear(samples, length, width, type - FIRST_LINEAR + 1);
        } else {
            throw FlacFrame.damaged("a reserved kind of channel");
        }
        for (int i = 0; wasted > 0 && i < length; i++) {
            samples[i] <<= wasted;
        }
    }

    private void readPlain(long[] samples, int length, int width) throws IOException {
        for (int i = 0; i < length; i++) {
            samples[i] = bits.signed(width);
        }
    }

    private void readFixed(long[] samples, int length, int width, int order) throws IOException, AudioFormatException {
        checkOrder(order, length);
        readPlain(samples, order, width);
        readResidual(samples, length, order);
        predict(samples, length, FIXED[order], order, 0);
    }

    private void readLinear(long[] samples, int length, int width, int order) throws IOException, AudioFormatException {
        checkOrder(order, length);
        readPlain(samples, order, width);
        int precision = (int) bits.unsigned(4) + 1;
        int shift = (int) bits.signed(5);
        if (precision == 16 || shift < 0) {
            throw FlacFrame.damaged("a reserved predictor");
        }
        readPlain(coefficients, order, precision);
        readResidual(samples, length, order);
        predict(samples, length, coefficients, order, shift);
    }

    private static void checkOrder(int order, int length) throws AudioFormatException {
        if (order > length) {
            throw FlacFrame.damaged("a predictor longer than the block");
        }
    }

    /** Turns residuals, from {@code order} on, into samples. */
    private static void predict(long[] samples, int length, long[] coefficients, int order, int shift) {
        for (int i = order; i < length; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += coefficients[j] * samples[i - 1 - j];
            }
            samples[i] += sum >> shift;
        }
    }

    private void readResidual(long[] residuals, int length, int order) throws IOException, AudioFormatException {
        int method = (int) bits.unsigned(2);
        if (method > 1) {
            throw FlacFrame.damaged("a reserved residual coding");
        }
        int parameterBits = 4 + method;
        int partitionOrder = (int) bits.unsigned(4);
        int partition = length >> partitionOrder;
        if (partition << partitionOrder != length || partition < order) {
            throw FlacFrame.damaged("partitions that do not fit the block");
        }
        for (int from = order, until = partition; until <= length; from = until, until += partition) {
            readPartition(residuals, from, until, parameterBits);
        }
    }

    private void readPartition(long[] residuals, int from, int until, int parameterBits)
            throws IOException, AudioFormatException {
        int parameter = (int) bits.unsigned(parameterBits);
        boolean escaped = parameter == (1 << parameterBits) - 1;
        int width = escaped ? (int) bits.unsigned(5) : parameter;
        for (int i = from; i < until; i++) {
            if (escaped) {
                residuals[i] = bits.signed(width);
            } else {
                // Rice code: the quotient in unary, then the rest; even numbers are positive, odd ones negative.
                long folded = (long) bits.unary() << width | bits.unsigned(width);
                residuals[i] = folded >>> 1 ^ -(folded & 1);
            }
        }
    }
}
