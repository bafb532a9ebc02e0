package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A profile as a sheet to read: every figure with its kind and the number of its source, the sources below. */
public final class ProfileSheet {

    private static final String INDENT = "  ";

    private final HardwareProfile profile;
    private final List<String> sources = new ArrayList<>();

    public ProfileSheet(HardwareProfile profile) {
        this.profile = profile;
    }

    public void print(PrintStream out) {
        out.println(profile.name() + ": " + profile.title());
        printText(out, "", profile.description());
        printText(out, "includes: ", profile.includes());
        printText(out, "excludes: ", profile.excludes());
        out.println();
        out.println("execution: " + profile.execution().word() + ", "
                + profile.timeModel().name());
        out.println("mesh: " + profile.mesh().widthTiles() + " x "
                + profile.mesh().heightTiles() + " tiles, " + profile.mesh().coresPerTile() + " cores a tile");
        for (ProfileFigures.Section section : ProfileFigures.of(profile)) {
            printSection(out, section);
        }
        printList(out, "not modelled", profile.unmodelled());
        printSources(out);
    }

    private static void printText(PrintStream out, String label, String text) {
        if (!text.isBlank()) {
            out.println(label + text.strip());
        }
    }

    private void printSection(PrintStream out, ProfileFigures.Section section) {
        out.println();
        out.println(section.title());
        TextTable table = new TextTable(LEFT, RIGHT, LEFT, LEFT);
        section.figures()
                .forEach((name, figure) ->
                        table.row(name, figure.text(), figure.kind().word(), cited(figure)));
        table.print(out, INDENT);
    }

    private String cited(Figure figure) {
        if (!sources.contains(figure.source())) {
            sources.add(figure.source());
        }
        String number = "[" + (sources.indexOf(figure.source()) + 1) + "]";
        return figure.note().isBlank()
                ? number
                : number + " " + figure.note().strip().replaceAll("\\s+", " ");
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
