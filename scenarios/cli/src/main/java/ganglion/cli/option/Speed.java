package ganglion.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many seconds of sound are played in a second: a number above 0, or {@code max}. */
public final class Speed implements ITypeConverter<Double> {

    private static final String AS_FAST_AS_POSSIBLE = "max";

    @Override
    public Double convert(String text) {
        if (text.equals(AS_FAST_AS_POSSIBLE)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0 && speed < Double.POSITIVE_INFINITY) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is none
        }
        throw new TypeConversionException("found '" + text + "', expected a number above 0, or " + AS_FAST_AS_POSSIBLE);
    }
}
