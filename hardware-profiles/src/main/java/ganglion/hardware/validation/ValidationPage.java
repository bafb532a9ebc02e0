package ganglion.hardware.validation;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import ganglion.hardware.validation.ValidationResult.OmittedCase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page {@code docs/validation.md}: measurements of whole devices against our estimates; and the list of all, {@code docs/validation-reference.md}. */
public final class ValidationPage {

    private static final String HEAD = """
            # Published measurements against our estimates

            ![Estimates against measurements, and their ratios by device](%s)

            Each estimate takes the published workload and the profile as it ships, at the operating point of the measurement. No
            figure is changed for a case. `ganglion profile accuracy` prints these tables; `ganglion profile accuracy --out docs`
            makes this page, and [the list of all measurements](validation-reference.md).

            ## Rules

            * An energy or a power is compared under the boundary that it was measured under. *Marginal*: the work alone, without idle
              power. *Active*: power times time while the device works. *Always on*: idle power between decisions is in it. Times
              have no boundary.
            * A *fit* is a measurement that figures of the profile were computed from or fitted to; agreement there shows only that
              the profile reproduces its source. A device has no more fits than constants that were fitted. A *held-out*
              measurement played no part in the profile. Which is which follows from the rule at the head of each file of cases.
              The rules were not blind: their heads say which ratios had been seen before.
            * The ratio is estimate divided by measurement. *Within 25 %%* means from 1/1.25 to 1.25.
            * The interval of an estimate goes a factor either way: the spread of the held-out ratios of its device about 1, moderated
              by that of other devices that work alike (spiking or dense), since one device has few. It is meant to hold 19 of 20
              measurements. For each measurement it was computed without that row. The class `RatioSpread` has the formula and its source;
              it was chosen with sight of these ratios. Bars in the picture hold all rows of a device; a row is judged without
              itself, so that it may be outside and yet on its bar.
              Measurements of one device are not independent, such as time and energy of one run: an interval rests on less than
              their number.
            * The build fails if a held-out measurement leaves its interval without a reason given here, or is inside in spite of one.

            | grade | meaning |
            |---|---|
            | A | held-out measurements, and all estimates of them within 25 %%; of five or more, at least 80 %% of them |
            | B | some figure comes from measurements of the device at work; held-out measurements are missing or further off |
            | C | published prices of single operations only |
            | D | as C, and assumed figures are in the total |

            """;

    private static final String FOOT = "\n<!-- Made by `ganglion profile accuracy --out docs`; do not edit. -->\n";
    private static final String MARK = "known as";
    private static final String SOURCE = "source and remark";

    private ValidationPage() {}

    /**
     * The page as Markdown.
     *
     * @param picture where the picture is, as seen from the page
     */
    public static String of(ValidationResult validation, String picture) {
        StringBuilder page = new StringBuilder(HEAD.formatted(picture));
        addSummary(page, validation);
        addDevices(page, validation);
        addOutside(page, validation.heldOut());
        addOmitted(page, validation.omitted());
        return page.append(FOOT).toString();
    }

    /** The list of all measurements as Markdown. */
    public static String ofMeasurements(ValidationResult validation) {
        StringBuilder page = new StringBuilder("# All measurements against our estimates\n\n"
                + "[Rules, grades and what the columns mean](validation.md).\n");
        addHeldOut(page, validation.heldOut());
        addFits(page, validation.calibrating());
        return page.append(FOOT).toString();
    }

    private static void addSummary(StringBuilder page, ValidationResult validation) {
        page.append("## Summary\n\n");
        addRow(page, "", "found", "aim");
        addRow(page, "---", "---", "---");
        for (Accuracy.Line line : Accuracy.of(validation).lines()) {
            addRow(page, line.name(), line.found(), line.aim());
        }
    }

    private static void addDevices(StringBuilder page, ValidationResult validation) {
        page.append("\n## Devices\n\nMedian, geometric mean and worst ratio are those of held-out measurements.\n\n");
        addRow(page, "profile", "grade", "fits", "held out", "median", "geometric mean", "worst", "interval, factor");
        addRow(page, "---", "---", "---", "---", "---", "---", "---", "---");
        for (DeviceValidation device : validation.devices()) {
            Reliability found = device.reliability();
            addRow(
                    page,
                    device.profile().name(),
                    found.grade().name(),
                    String.valueOf(device.calibrating().size()),
                    String.valueOf(found.heldOut()),
                    RatioText.of(found.medianRatio()),
                    RatioText.of(device.geometricMean()),
                    RatioText.of(found.worstRatio()),
                    RatioText.of(found.factor()));
        }
        List<String> measured = validation.devices().stream()
                .map(device -> device.profile().name())
                .toList();
        String unvalidated = ProfileLibrary.builtIn().stream()
                .filter(profile -> !measured.contains(profile.name()))
                .map(profile -> profile.name() + " ("
                        + Reliabilities.gradeOfFigures(profile).name() + ")")
                .collect(Collectors.joining(", "));
        if (!unvalidated.isEmpty()) {
            page.append("\nWithout any measurement of the whole device, and so unvalidated: ")
                    .append(unvalidated)
                    .append(".\n");
        }
    }

    private static void addHeldOut(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Held-out measurements\n\n");
        addRow(
                page,
                "case",
                "profile",
                "boundary",
                "estimate (interval)",
                "measured",
                "ratio",
                "interval",
                MARK,
                SOURCE);
        addRow(page, "---", "---", "---", "---", "---", "---", "---", "---", "---");
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            addRow(
                    page,
                    found.name(),
                    found.profile().name(),
                    boundary(found),
                    estimate(found) + interval(judged),
                    found.measured().toString(),
                    RatioText.of(found.ratio()),
                    RatioText.place(judged),
                    found.mark().word(),
                    source(found));
        }
    }

    private static void addFits(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Fits\n\n");
        addRow(page, "case", "profile", "boundary", "estimate", "measured", "ratio", MARK, SOURCE);
        addRow(page, "---", "---", "---", "---", "---", "---", "---", "---");
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            addRow(
                    page,
                    found.name(),
                    found.profile().name(),
                    boundary(found),
                    estimate(found),
                    found.measured().toString(),
                    RatioText.of(found.ratio()),
                    found.mark().word(),
                    source(found));
        }
    }

    private static String boundary(ValidationCase found) {
        return found.boundary().map(Boundary::label).orElse("time");
    }

    private static String estimate(ValidationCase found) {
        return QuantityFormat.format(found.estimate(), found.measured().dimension());
    }

    private static String interval(JudgedCase judged) {
        String unit = judged.found().measured().dimension().baseUnit();
        return judged.interval()
                .map(interval -> " (" + QuantityFormat.format(interval.low(), unit, 2) + " to "
                        + QuantityFormat.format(interval.high(), unit, 2) + ")")
                .orElse("");
    }

    private static String source(ValidationCase found) {
        return found.source() + ". " + capital(found.remark());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void addOutside(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Outside, and why\n\n");
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            found.outside()
                    .ifPresent(reason -> page.append("* ")
                            .append(found.name())
                            .append(", ratio ")
                            .append(RatioText.of(found.ratio()))
                            .append(": ")
                            .append(reason)
                            .append(".\n"));
        }
    }

    private static void addOmitted(StringBuilder page, List<OmittedCase> cases) {
        page.append("\n## Left out, and why\n\n");
        addRow(page, "case", "measured", "what is missing");
        addRow(page, "---", "---", "---");
        cases.forEach(omitted -> addRow(page, omitted.name(), omitted.measured(), omitted.reason()));
    }

    private static void addRow(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
