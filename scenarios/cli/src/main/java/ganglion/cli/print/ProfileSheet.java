package ganglion.cli.print;

import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.chip.ChipModels.Group;
import ganglion.hardware.chip.ChipModels.Listing;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileRows;
import ganglion.hardware.library.ProfileRows.Row;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A profile as a sheet to read: every figure with its kind and the number of its source, the sources below. */
public final class ProfileSheet {

    private static final String INDENT = "  ";

    private final HardwareProfile profile;
    private final List<String> sources = new ArrayList<>();

    /** @param profile to print */
    public ProfileSheet(HardwareProfile profile) {
        this.profile = profile;
    }

    /** Prints everything. */
    public void print(PrintStream out) {
        out.println(profile.name() + ": " + profile.about().title());
        printText(out, "", profile.about().description());
        printText(out, "includes: ", profile.boundary().includes());
        printText(out, "excludes: ", profile.boundary().excludes());
        out.println();
        out.println("execution: " + profile.cores().execution().word() + ", "
                + profile.cores().timeModel().name());
        out.println("mesh: " + profile.cores().mesh().widthTiles() + " x "
                + profile.cores().mesh().heightTiles() + " tiles, "
                + profile.cores().mesh().coresPerTile() + " cores per tile");
        if (profile.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Beside beside) {
            out.println("front end: on " + beside.profile() + ", " + beside.reason());
        }
        printModels(out);
        printNoLimits(out);
        ProfileRows.of(profile).bySection().forEach((section, rows) -> printSection(out, section, rows));
        printList(out, "not modelled", profile.boundary().unmodelled());
        printSources(out);
    }

    /** What its neurons and synapses compute; nothing of it matters on a device that computes the dense network. */
    private void printModels(PrintStream out) {
        if (profile.cores().execution() != Execution.SPIKING) {
            return;
        }
        out.println();
        out.println("computes");
        Table table = new Table(Column.text(""), Column.text(""), Column.text(""), Column.text(""));
        for (Group group : Group.values()) {
            Listing listing = profile.cores().models().known().get(group);
            if (listing == null) {
                table.row(group.label(), "not known", "", "");
            } else {
                String unknown = listing.unknown().isEmpty() ? "" : "; not known: " + labels(listing.unknown());
                table.row(
                        group.label(),
                        labels(listing.has()) + unknown,
                        listing.kind().word(),
                        cited(listing.source(), listing.note()));
            }
        }
        table.print(out, INDENT);
    }

    private void printNoLimits(PrintStream out) {
        Table table = new Table(Column.text(""), Column.text(""), Column.text(""));
        new TreeMap<>(profile.cores().limits().none())
                .forEach((limit, evidence) ->
                        table.row(limit.label(), evidence.kind().word(), cited(evidence.source(), evidence.note())));
        if (!profile.cores().limits().none().isEmpty()) {
            out.println();
            out.println("no limit of");
            table.print(out, INDENT);
        }
    }

    private static String labels(Set<Trait> traits) {
        return traits.isEmpty()
                ? "none"
                : traits.stream().sorted().map(Trait::label).collect(Collectors.joining(", "));
    }

    private static void printText(PrintStream out, String label, String text) {
        if (!text.isBlank()) {
            out.println(label + text.strip());
        }
    }

    private void printSection(PrintStream out, String section, List<Row> rows) {
        out.println();
        out.println(section);
        Table table = new Table(Column.text(""), Column.number(""), Column.text(""), Column.text(""));
        for (Row row : rows) {
            table.row(
                    row.name(),
                    row.figure().text(),
                    row.figure().kind().word(),
                    cited(row.figure().source(), row.note()));
        }
        table.print(out, INDENT);
    }

    private String cited(String source, String note) {
        if (!sources.contains(source)) {
            sources.add(source);
        }
        String number = "[" + (sources.indexOf(source) + 1) + "]";
        return note.isEmpty() ? number : number + " " + note;
    }

    private void printSources(PrintStream out) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            numbered.add("[" + (i + 1) + "] " + sources.get(i));
        }
        printList(out, "sources", numbered);
    }

    private static void printList(PrintStream out, String title, List<String> items) {
        if (!items.isEmpty()) {
            out.println();
            out.println(title);
            items.forEach(item -> out.println(INDENT + item));
        }
    }
}
