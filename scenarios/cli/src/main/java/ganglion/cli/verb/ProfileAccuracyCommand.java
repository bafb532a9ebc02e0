package ganglion.cli.verb;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.print.AccuracyTables;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.RatioText;
import ganglion.hardware.validation.ValidationCase;
import ganglion.hardware.validation.ValidationData;
import ganglion.hardware.validation.ValidationPage;
import ganglion.hardware.validation.ValidationResult;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import ganglion.report.cost.ValidationPicture;
import ganglion.report.files.UnknownValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion profile accuracy}. */
@Command(
        name = "accuracy",
        header = "Compares the estimates of profiles with published measurements.",
        description =
                "Shows for each device how far estimates are from measurements that its figures were made without, the"
                        + " interval that follows for further estimates, and a grade. The exit code is 1 if a measurement lies outside"
                        + " the interval of its estimate and no reason for it is known, or inside although there is one.",
        footer = {
            "  ganglion profile accuracy",
            "  ganglion profile accuracy loihi truenorth",
            "  ganglion profile accuracy --measurements mine.yaml",
            "  ganglion profile accuracy --out docs"
        })
public final class ProfileAccuracyCommand implements Callable<Integer> {

    private static final String PAGE = "validation.md";
    private static final String LIST = "validation-reference.md";
    private static final String PICTURE = "validation.svg";

    private static final JsonMapper UNKNOWN_AS_NULL =
            JsonMapper.builder().addModule(new UnknownValues()).build();

    private final Console console;

    @Parameters(
            paramLabel = "PROFILE",
            arity = "0..*",
            description = "Names of profiles that ship with Ganglion. All that have measurements if left out.")
    private List<String> profiles = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write two pages and a picture of all devices there, and print nothing.")
    private Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Write the measurements there as a data set (CSV, JSON, JSON Schema), and print nothing.")
    private Path data;

    @Option(
            names = "--measurements",
            paramLabel = "FILE",
            description =
                    "Judge the measurements of this file (YAML or JSON), by intervals from those that ship. Its format is"
                            + " measurements/measurements.schema.json.")
    private Path measurements;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ProfileAccuracyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, ProfileException, OutputException {
        if (Stream.of(out, data, measurements).filter(Objects::nonNull).count() > 1) {
            throw new ParameterException(
                    specification.commandLine(), "found several of --out, --data and --measurements, expected one");
        }
        if ((out != null || data != null) && (json || !profiles.isEmpty())) {
            throw new ParameterException(
                    specification.commandLine(),
                    "found " + (json ? "--json" : "PROFILE") + " beside " + (out != null ? "--out" : "--data")
                            + ", which writes all devices, expected it alone");
        }
        for (String name : profiles) {
            ProfileLibrary.find(name);
        }
        ValidationResult validation =
                measurements == null ? ValidationResult.shipped() : ValidationResult.of(measurements);
        List<DeviceValidation> devices = validation.devices().stream()
                .filter(device -> profiles.isEmpty() || profiles.stream().anyMatch(device::isBy))
                .toList();
        if (out != null) {
            publish(
                    out,
                    Map.of(
                            PAGE, ValidationPage.of(validation, PICTURE),
                            LIST, ValidationPage.ofMeasurements(validation),
                            PICTURE, ValidationPicture.svg(validation)));
        } else if (data != null) {
            publish(data, ValidationData.files());
        } else if (json) {
            JsonOutput.print(document(devices), console.out());
        } else {
            print(validation, devices);
        }
        List<JudgedCase> surprises = devices.stream()
                .flatMap(device -> device.cases().stream())
                .filter(judged -> !judged.isAsExpected())
                .toList();
        surprises.forEach(judged -> console.err()
                .println(judged.found().name()
                        + (judged.isInside()
                                ? ": found inside the interval of its estimate, expected no \"outside\""
                                : ": found outside the interval of its estimate, expected a reason, \"outside\"")));
        return (surprises.isEmpty() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED).number();
    }

    private void print(ValidationResult validation, List<DeviceValidation> devices) {
        if (profiles.isEmpty()) {
            AccuracyTables.printSummary(validation, console.out());
        }
        profiles.stream()
                .filter(name -> devices.stream()
                        .noneMatch(device -> device.profile().name().equals(name)))
                .forEach(name -> console.out().println(name + ": no measurement of the whole device"));
        if (!devices.isEmpty()) {
            new AccuracyTables(devices).print(console.out());
        }
    }

    private static ArrayNode document(List<DeviceValidation> devices) {
        ArrayNode list = JsonOutput.array();
        for (DeviceValidation device : devices) {
            ObjectNode node = list.addObject()
                    .put("profile", device.profile().name())
                    .put("votes", device.votes().size());
            ObjectNode boundaries = node.putObject("boundaries");
            for (Boundary boundary : Boundary.values()) {
                boundaries.set(
                        boundary.word(),
                        UNKNOWN_AS_NULL.valueToTree(device.reliability().get(boundary)));
            }
            ArrayNode cases = node.putArray("cases");
            device.cases().forEach(judged -> put(cases.addObject(), judged));
        }
        return list;
    }

    private static void put(ObjectNode node, JudgedCase judged) {
        ValidationCase found = judged.found();
        node.put("case", found.name())
                .put("heldOut", found.isHeldOut())
                .put("measured", found.measured().value())
                .put("estimate", found.estimate())
                .put("unit", found.measured().dimension().baseUnit())
                .put("ratio", found.ratio())
                .put("timeGiven", found.value().timeGiven())
                .put("mark", found.evidence().mark().word())
                .put("study", found.evidence().study().key())
                .put("laboratory", found.evidence().study().laboratory())
                .put("source", found.evidence().source());
        found.boundary().ifPresent(boundary -> node.put("boundary", boundary.word()));
        judged.interval()
                .ifPresent(interval -> node.put("low", interval.low())
                        .put("high", interval.high())
                        .put("place", RatioText.place(judged)));
    }

    private static void publish(Path folder, Map<String, String> texts) throws OutputException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            ProfileForecastCommand.publish(folder.resolve(text.getKey()), text.getValue());
        }
    }
}
