package ganglion.hardware.validation;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import ganglion.hardware.validation.ValidationResult.OmittedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code docs/validation.md}: measurements of whole devices against our estimates; and the list of all, {@code docs/validation-reference.md}. */
public final class ValidationPage {

    private static final String HEAD = """
        # Published measurements against our estimates

        ![Estimates against measurements, and their ratios by device](%s)

        Each estimate takes the published workload and the profile as it ships, at the operating point of the measurement. No
        figure is changed for a case. `ganglion profile accuracy` prints these tables; `ganglion profile accuracy --out docs`
        makes this page, and [the list of all measurements](validation-reference.md). They are
        [a data set of their own](../measurements/README.md), too; [forecasts](../forecasts/README.md) wait for theirs.

        ## Rules

        * An energy or a power is compared under the boundary that it was measured under. *Marginal*: the work alone, without idle
          power. *Active*: power times time while the device works. *Always on*: idle power between decisions is in it. Times
          have no boundary.
        * A *fit* is a measurement that figures of the profile were computed from or fitted to. A *held-out* measurement played no
          part in the profile. Which is which follows from the rule at the head of each file of cases; the rules were not blind:
          their heads say which ratios had been seen before.
        * A *study* is one piece of work that measured: a paper, a round of a benchmark, a notebook. It has **one vote for a device**,
          the root mean square of the logarithms of its ratios: rows of one run, of a sweep, and a figure that is told twice count
          once, and errors in both directions do not cancel.
        * A vote counts most where *another laboratory* measured than those that the figures are fitted to. Chips of spikes and
          conventional devices are never counted together.
        * *Time given*: the estimate takes the measured duration, or is the power at work; the row tests power alone. *Power at rest*: the estimate has
          nothing in it of what a network does.
        * The ratio is estimate divided by measurement. *Within 25 %%* means from 1/1.25 to 1.25.
        * The interval of an estimate goes a factor either way: the spread of the votes of its device under its boundary about 1,
          moderated by those of other devices that work alike, since one device has few. It is meant to hold 19 of 20 measurements.
          For each measurement it was computed without the whole of its study. `RatioSpread` has the formula and its source; it was
          chosen with sight of these ratios.
        * The build fails if a held-out measurement leaves its interval without a reason given here, or is inside in spite of one.

        | grade | meaning |
        |---|---|
        | A | three studies or more measured the device; one of them is under this boundary and no fit's; the votes of the boundary are within 25 %%, of five or more at least 80 %%, also without rows of power alone; the estimate follows the network |
        | B | measured under this boundary, and some figure is fitted to the device |
        | C | prices of single operations only, or never measured under this boundary |
        | D | as C, and assumed figures are in the total |

        An estimate is one grade lower where the chip is not known to compute the network as it is, where its profile has the figures
        of a sister chip, and where a forecast leaves out a part of its boundary. Measurements of a sister chip (*A for B*) stand
        below, and count nowhere.

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
        page.append("## Summary\n\nOf held-out measurements.\n\n");
        add(page, Accuracy.byDistance(validation));
        page.append("\nBy boundary:\n\n");
        add(page, Accuracy.byBoundary(validation));
    }

    private static void add(StringBuilder page, Table table) {
        page.append(table.markdown());
    }

    private static void addDevices(StringBuilder page, ValidationResult validation) {
        page.append("\n"
                + "## Devices\n\n"
                + "Fits are rows; votes are studies with held-out rows. Under each boundary: grade, votes, factor"
                + " of the interval, in brackets if it is from other devices alone.\n\n");
        add(page, devices(validation.devices()));
        List<String> measured = validation.devices().stream()
                .map(device -> device.profile().name())
                .toList();
        String unvalidated = ProfileLibrary.builtIn().stream()
                .filter(profile -> !measured.contains(profile.name()))
                .map(profile -> profile.name() + " ("
                        + Reliabilities.gradeOfFigures(profile).name() + ")")
                .collect(Collectors.joining(", "));
        if (!unvalidated.isEmpty()) {
            page.append("\nWithout any measurement of the whole device, and so unvalidated: " + unvalidated + ".\n");
        }
    }

    /** A line for each device, with what is known under each boundary. */
    public static Table devices(List<DeviceValidation> devices) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("profile"), Column.number("fits"), Column.number("votes")));
        for (Boundary boundary : Boundary.values()) {
            columns.add(Column.text(boundary.label()));
        }
        Table table = new Table(columns);
        for (DeviceValidation device : devices) {
            List<String> cells = new ArrayList<>(List.of(
                    device.profile().name(),
                    String.valueOf(device.calibrating().size()),
                    String.valueOf(device.votes().size())));
            for (Boundary boundary : Boundary.values()) {
                cells.add(text(device.reliability().get(boundary)));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String text(Reliability found) {
        String factor = found.factor().isPresent() ? "x" + RatioText.of(found.factor()) : "no interval";
        return found.grade() + " " + found.heldOut() + " " + (found.heldOut() == 0 ? "(" + factor + ")" : factor);
    }

    private static void addHeldOut(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Held-out measurements\n\n");
        Table table = table(
                "case", "profile", "boundary", "estimate (interval)", "measured", "ratio", "interval", MARK, SOURCE);
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            table.row(
                    found.name(),
                    found.profile().name(),
                    found.value().kind(),
                    estimate(found) + interval(judged),
                    found.measured().toString(),
                    RatioText.of(found.ratio()),
                    RatioText.place(judged),
                    found.evidence().mark().word(),
                    source(found));
        }
        add(page, table);
    }

    private static void addFits(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Fits\n\n");
        Table table = table("case", "profile", "boundary", "estimate", "measured", "ratio", MARK, SOURCE);
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            table.row(
                    found.name(),
                    found.profile().name(),
                    found.value().kind(),
                    estimate(found),
                    found.measured().toString(),
                    RatioText.of(found.ratio()),
                    found.evidence().mark().word(),
                    source(found));
        }
        add(page, table);
    }

    private static Table table(String... titles) {
        return new Table(Stream.of(titles).map(Column::text).toList());
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
        return found.evidence().source() + ". " + capital(found.evidence().remark());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void addOutside(StringBuilder page, List<JudgedCase> cases) {
        page.append("\n## Outside, and why\n\n");
        for (JudgedCase judged : cases) {
            ValidationCase found = judged.found();
            found.evidence()
                    .outside()
                    .ifPresent(reason -> page.append(
                            "* " + found.name() + ", ratio " + RatioText.of(found.ratio()) + ": " + reason + ".\n"));
        }
    }

    private static void addOmitted(StringBuilder page, List<OmittedCase> cases) {
        page.append("\n## Left out, and why\n\n");
        Table table = table("case", "measured", "what is missing");
        cases.forEach(omitted -> table.row(omitted.name(), omitted.measured(), omitted.reason()));
        add(page, table);
    }
}
