package ganglion.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A part of a whole above 0 and up to 1, as a number or in per cent: {@code 0.5 %}. */
public final class LeastShare implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        String number = text.strip();
        boolean percent = number.endsWith("%");
        try {
            double value = Double.parseDouble(
                    percent ? number.substring(0, number.length() - 1).strip() : number);
            double share = percent ? value / 100 : value;
            if (share > 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new TypeConversionException(
                "found '" + text + "', expected a share such as 1 % or 0.01, above 0 and up to 1");
    }
}
