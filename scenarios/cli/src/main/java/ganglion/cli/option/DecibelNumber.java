package ganglion.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A ratio of powers in decibels. The range is wider than any sound needs, and keeps amplitudes finite. */
public final class DecibelNumber implements ITypeConverter<Double> {

    private static final double LARGEST = 200;

    @Override
    public Double convert(String text) {
        try {
            double ratio = Double.parseDouble(text);
            if (Math.abs(ratio) <= LARGEST) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // reported below, like any other text that is not such a number
        }
        throw new TypeConversionException(
                "found '" + text + "', expected a number from " + (int) -LARGEST + " to " + (int) LARGEST + " (dB)");
    }
}
