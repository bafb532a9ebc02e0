package ganglion.hardware.validation;

import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.text.IntervalText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page {@code docs/validation.md}: measurements of whole devices against our estimates. */
public final class ValidationPage {

    private static final String HEAD = """
            # Published measurements against our estimates

            ![Estimates against measurements, and their ratios by device](%s)

            Each estimate takes the published workload and the profile as it ships, at the operating point of the measurement. No
            figure is changed for a case. `ganglion profile accuracy` prints these tables; `ganglion profile accuracy --out docs`
            makes this page.

            ## Rules

            * An energy or a power is compared under the boundary that it was measured under. *Marginal*: the work alone, without idle
              power. *Active*: power times time while the device works. *Always on*: idle power between decisions is in it. Times
              have no boundary.
            * A *fit* is a measurement that figures of the profile were computed from or fitted to; agreement there shows only that
              the profile reproduces its source. A device has no more fits than figures that are fitted or derived. A *held-out*
              measurement played no part in the profile. Which is which was fixed by the rule at the head of each file of cases,
              before any estimate was made.
            * The ratio is estimate divided by measurement. *Within 25 %%* means from 1/1.25 to 1.25.
            * The interval of an estimate goes a factor either way: the spread of the held-out ratios of its device about 1, moderated
              by that of other devices that work alike (spiking or dense), since one device has few. It is meant to hold 19 of 20
              measurements. For each row below it was computed without that row. The class `Spread` has the formula and its source.
            * The build fails if a held-out measurement leaves its interval without a reason given here, or is inside in spite of one.

            | grade | meaning |
            |---|---|
            | A | held-out measurements, and all estimates of them within 25 %%; of five or more, at least 80 %% of them |
            | B | some figure comes from measurements of the device at work; held-out measurements are missing or further off |
            | C | published prices of single operations only |
            | D | as C, and assumed figures are in the total |

            """;

    private ValidationPage() {}

    /**
     * The page as Markdown.
     *
     * @param picture where the picture is, as seen from the page
     */
    public static String of(Validation validation, String picture) {
        StringBuilder page = new StringBuilder(HEAD.formatted(picture));
        addSummary(page, validation);
        addDevices(page, validation);
        addHeldOut(page, validation.heldOut());
        addFits(page, validation.calibrating());
        addRemarks(page, validation);
        addOmitted(page, validation.omitted());
        return page.append("\n<!-- Made by `ganglion profile accuracy --out docs`; do not edit. -->\n")
                .toString();
    }

    private static void addSummary(StringBuilder page, Validation validation) {
        page.append("## Summary\n\n");
        addRow(page, "", "found", "aim");
        addRow(page, "---", "---", "---");
        for (Accuracy.Line line : Accuracy.of(validation).lines()) {
            addRow(page, line.name(), line.found(), line.aim());
        }
    }

    private static void addDevices(StringBuilder page, Validation validation) {
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
                "mark",
                "source");
        addRow(page, "---", "---", "---", "---", "---", "---", "---", "---", "---");
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            addRow(
                    page,
                    found.name(),
                    found.profile().name(),
                    boundary(found),
                    IntervalText.of(
                            found.estimate(),
                            judged.interval(),
                            found.measured().dimension()),
                    found.measured().toString(),
                    RatioText.of(found.ratio()),
                    RatioText.place(judged),
                    found.mark().word(),
                    found.source());
        }
    }

    private static void addFits(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Fits\n\n");
        addRow(page, "case", "profile", "boundary", "estimate", "measured", "ratio", "mark", "source");
        addRow(page, "---", "---", "---", "---", "---", "---", "---", "---");
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            addRow(
                    page,
                    found.name(),
                    found.profile().name(),
                    boundary(found),
                    IntervalText.of(
                            found.estimate(), Optional.empty(), found.measured().dimension()),
                    found.measured().toString(),
                    RatioText.of(found.ratio()),
                    found.mark().word(),
                    found.source());
        }
    }

    private static String boundary(ValidationCase found) {
        return found.boundary().map(boundary -> boundary.label()).orElse("time");
    }

    private static void addRemarks(StringBuilder page, Validation validation) {
        List<ValidationCase> cases = validation.devices().stream()
                .flatMap(device -> device.cases().stream())
                .map(JudgedCase::found)
                .toList();
        List<ValidationCase> outside =
                cases.stream().filter(found -> found.outside().isPresent()).toList();
        if (!outside.isEmpty()) {
            page.append("\n## Outside, and why\n\n");
            outside.forEach(found -> addItem(page, found, found.outside().orElseThrow()));
        }
        page.append("\n## Remarks\n\n");
        cases.forEach(found -> addItem(page, found, found.remark()));
    }

    private static void addItem(StringBuilder page, ValidationCase found, String text) {
        page.append("* ").append(found.name()).append(": ").append(text).append(text.endsWith(".") ? "\n" : ".\n");
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
