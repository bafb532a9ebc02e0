package ganglion.cli.verb;

import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.Paragraph;
import ganglion.cli.print.UnplacedDevices;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.layered.ActivityKeys;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.library.KnownDevices;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.report.cost.ActivityAnswer;
import ganglion.report.cost.ActivityAnswer.PaperEnergies;
import ganglion.report.cost.ActivityAnswer.WayAnswer;
import ganglion.report.cost.ActivityCosting;
import ganglion.report.cost.ActivityTables;
import ganglion.report.files.JsonDocument;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** What {@code ganglion cost} says of an activity file. */
final class ActivityCosts {

    /** Chips of spikes of different makers, and conventional devices to compare them with. */
    static final String USUAL = "loihi, loihi-2, spinnaker-2, speck, truenorth, stm32u575, gap9";

    private static final String PAPERS = "papers-45nm";

    private static final String INDENT = "  ";

    private final Console console;
    private final Path file;

    ActivityCosts(Console console, Path file) {
        this.console = console;
        this.file = file;
    }

    /**
     * Prints the answer. A device that does not take the network is a row of it; if no device that was asked for does, a line says so, but not
     * beside JSON, which says it.
     *
     * @param devices names or files of profiles; empty for some of different makers
     */
    ExitCode print(List<String> devices, boolean json) throws InputException {
        ActivityNetwork network = ActivityKeys.read(file);
        List<HardwareProfile> profiles = new ArrayList<>();
        for (String device : new LinkedHashSet<>(devices.isEmpty() ? List.of(USUAL.split(", ")) : devices)) {
            profiles.add(open(device));
        }
        ActivityAnswer answer = ActivityCosting.answer(network, profiles, open(PAPERS), new KnownDevices(profiles));
        boolean assumed = network.activity().tick().isEmpty();
        if (json) {
            JsonOutput.print(JsonDocument.bound(answer), console.out());
            return ExitCode.FINE;
        }
        console.out()
                .println(answer.activity() + ", one sample of " + answer.steps()
                        + (answer.steps() == 1 ? " step" : " steps") + " in "
                        + QuantityFormat.format(answer.periodSeconds(), Dimension.TIME)
                        + (assumed ? " (1 ms a step is assumed: the file has no tick)" : "")
                        + (answer.samples() == 1 ? "" : ", the mean of " + answer.samples() + " samples"));
        print(answer);
        if (devices.isEmpty() || answer.devices().stream().anyMatch(WayAnswer::fits)) {
            return ExitCode.FINE;
        }
        String nowhere = UnplacedDevices.all(answer.devices().stream(), WayAnswer::device, WayAnswer::refusals);
        console.errorLine(new Problem("--profile", nowhere).oneLine());
        return ExitCode.BAD_INPUT;
    }

    private static HardwareProfile open(String device) throws InputException {
        try {
            return ProfileLibrary.open(device);
        } catch (ProfileException e) {
            throw new InputException(e.problems());
        }
    }

    private void print(ActivityAnswer answer) {
        PrintStream out = console.out();
        out.println();
        ActivityTables.devices(answer).print(out, INDENT);
        Paragraph.print(
                out,
                INDENT,
                "A sample is worked on for the time of works; active energy is of that of active for, always on of "
                        + QuantityFormat.format(answer.periodSeconds(), Dimension.TIME) + ", or of longer work.");
        for (WayAnswer way : answer.devices()) {
            line(
                    way.device() + " does not take it",
                    way.fits() ? List.of() : List.of(UnplacedDevices.few(way.refusals())));
            if (way.fits()) {
                line(way.device() + " changes the network", way.changes());
                line(way.device() + ", not known", way.unknown());
                line(
                        way.device() + " " + way.computation() + ", missing",
                        way.energies().get("active").missing());
            }
        }
        List<String> inStep = answer.devices().stream()
                .filter(way -> way.components().stream()
                        .anyMatch(component -> component.name().equals(EnergyComponent.STATIC)))
                .map(WayAnswer::device)
                .distinct()
                .toList();
        line(
                "static power of all " + QuantityFormat.format(answer.periodSeconds(), Dimension.TIME)
                        + ", since a chip in step with its input waits for the next",
                inStep.isEmpty() ? List.of() : List.of(String.join(", ", inStep)));
        Stream.concat(answer.assumed().stream(), answer.devices().stream().flatMap(way -> way.remarks().stream()))
                .distinct()
                .forEach(sentence -> Paragraph.print(out, INDENT, sentence));
        if (!answer.breakEvens().isEmpty()) {
            out.println();
            ActivityTables.breakEvens(answer).print(out, INDENT);
            line("not compared, as their energy is not known", answer.withoutEnergy());
        }
        out.println();
        Paragraph.print(out, INDENT, papers(answer.papers()));
    }

    private void line(String what, List<String> texts) {
        if (!texts.isEmpty()) {
            Paragraph.print(console.out(), INDENT, what + ": " + String.join("; ", texts));
        }
    }

    /** The convention is no device, so it stands apart. */
    private static String papers(PaperEnergies papers) {
        return "As papers count (" + joules(papers.accumulateJoules()) + " an accumulate, "
                + joules(papers.multiplyAccumulateJoules())
                + " a multiply-accumulate, nothing else, convolutions with their border of zeros): "
                + joules(papers.spikingJoules())
                + papers.artificialJoules().stream()
                        .mapToObj(artificial -> ", the artificial network " + joules(artificial))
                        .findFirst()
                        .orElse("")
                + ".";
    }

    private static String joules(double joules) {
        return QuantityFormat.format(joules, "J", 3);
    }
}
