package ganglion.hardware.validation;

import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well all estimates agree with measurements, against what we aim for.
 *
 * @param lines one figure each
 */
public record Accuracy(List<Line> lines) {

    /**
     * One figure.
     *
     * @param name what it is
     * @param found its value, human-readable
     * @param aim what we aim for
     */
    public record Line(String name, String found, String aim) {}

    /** Takes a copy of the list. */
    public Accuracy {
        lines = List.copyOf(lines);
    }

    /** The summary of a validation. */
    public static Accuracy of(ValidationResult validation) {
        List<DeviceValidation> heldOut = validation.devices().stream()
                .filter(device -> !device.heldOut().isEmpty())
                .toList();
        int rows = validation.heldOut().size() + validation.calibrating().size();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("measurements", counts(rows, validation.devices().size()), "60 of 20 devices"));
        lines.add(new Line("held out", counts(validation.heldOut().size(), heldOut.size()), "30 of 12 devices"));
        if (!heldOut.isEmpty()) {
            addShares(lines, validation);
        }
        validation.devices().stream()
                .filter(device -> !device.calibrating().isEmpty())
                .flatMapToDouble(device -> device.reliability().factor().stream())
                .max()
                .ifPresent(widest -> lines.add(new Line(
                        "widest interval of a device with fits, factor", RatioText.of(widest), aim("2", widest <= 2))));
        return new Accuracy(lines);
    }

    private static void addShares(List<Line> lines, ValidationResult validation) {
        RatioStatistics ratios = validation.ratios();
        lines.add(new Line(
                "held out, median of the absolute natural logarithm of the ratio",
                String.format(Locale.ROOT, "%.3f", ratios.medianError()),
                aim("at most 0.14", ratios.medianError() <= 0.14)));
        lines.add(new Line("held out, geometric mean of the ratio", RatioText.of(ratios.geometricMean()), "1"));
        lines.add(new Line(
                "held out, within 25 %",
                RatioText.share(ratios.shareWithinQuarter()),
                aim("at least 80 %", ratios.shareWithinQuarter() >= 0.8)));
        lines.add(new Line(
                "held out, inside the interval",
                RatioText.share(validation.shareInside()),
                aim("at least 90 %", validation.shareInside() >= 0.9)));
    }

    private static String aim(String text, boolean met) {
        return met ? text : text + ": missed";
    }

    private static String counts(int rows, int devices) {
        return rows + " of " + devices + (devices == 1 ? " device" : " devices");
    }
}
