package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.ProfileSheet;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.library.ProfileRows;
import ganglion.hardware.library.ProfileRows.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion profile show}. */
@Command(
        name = "show",
        header = "Shows a profile with the source of each figure.",
        footer = {
            "  ganglion profile show loihi",
            "  ganglion profile show odin@1.3MHz",
            "  ganglion profile show ./my-chip.yaml --json"
        })
public final class ProfileShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "PROFILE",
            description =
                    "Name of a profile that ships with Ganglion, or a file; after an @ the operating point, where that"
                            + " is not the profile's own.")
    private String profile;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public ProfileShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ProfileException {
        ProfileReference device = ProfileReference.parse(profile);
        HardwareProfile found = isFile(device.profile())
                ? ProfileLibrary.read(Path.of(device.profile()), device.point())
                : ProfileLibrary.find(device.profile(), device.point());
        if (json) {
            JsonOutput.print(document(found), console.out());
        } else {
            new ProfileSheet(found).print(console.out());
        }
        return ExitCode.FINE.number();
    }

    /** A word with a dot or a slash is a file, and an error about it names the file. */
    private static boolean isFile(String name) {
        return name.contains("/") || name.contains(".") || Files.isRegularFile(Path.of(name));
    }

    private static ObjectNode document(HardwareProfile profile) {
        ObjectNode document = JsonOutput.object()
                .put("name", profile.name())
                .put("title", profile.about().title())
                .put("description", profile.about().description())
                .put("includes", profile.boundary().includes())
                .put("excludes", profile.boundary().excludes())
                .put("execution", profile.cores().execution().word())
                .put("timeModel", profile.cores().timeModel().name())
                .put("operatingPoint", profile.figures().operatingPoint().text());
        if (profile.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Beside beside) {
            document.putObject("frontEnd").put("beside", beside.profile()).put("reason", beside.reason());
        }
        ObjectNode figures = document.putObject("figures");
        ProfileRows.of(profile)
                .rows()
                .forEach(row -> put(figures.withObjectProperty(row.section()).putObject(row.name()), row));
        profile.cores().models().known().forEach((group, listing) -> {
            ObjectNode node = document.withObjectProperty("computes").putObject(group.word());
            listing.has().stream().sorted().map(Trait::word).forEach(node.putArray("has")::add);
            listing.unknown().stream().sorted().map(Trait::word).forEach(node.putArray("unknown")::add);
            putEvidence(node, listing.kind(), listing.source(), listing.note());
        });
        new TreeMap<>(profile.cores().limits().none())
                .forEach((limit, evidence) -> putEvidence(
                        document.withObjectProperty("noLimit").putObject(limit.word()),
                        evidence.kind(),
                        evidence.source(),
                        evidence.note()));
        profile.boundary().unmodelled().forEach(document.withArrayProperty("unmodelled")::add);
        return document;
    }

    private static void putEvidence(ObjectNode node, FigureKind kind, String source, String note) {
        node.put("kind", kind.word()).put("source", source).put("note", note);
    }

    private static void put(ObjectNode node, Row row) {
        Figure figure = row.figure();
        node.put("text", figure.text())
                .put("value", figure.value())
                .put("unit", figure.dimension().baseUnit());
        putEvidence(node, figure.kind(), figure.source(), figure.note());
        if (!row.remark().isEmpty()) {
            node.put("remark", row.remark());
        }
        figure.interval().ifPresent(interval -> node.put("low", interval.low()).put("high", interval.high()));
    }
}
