package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileLibrary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ganglion profile list}. */
@Command(
        name = "list",
        header = "Lists the profiles that ship with Ganglion.",
        footer = {"  ganglion profile list", "  ganglion profile list --json"})
public final class ProfileListCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public ProfileListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<HardwareProfile> profiles = ProfileLibrary.builtIn();
        if (json) {
            ArrayNode list = JsonOutput.array();
            profiles.forEach(profile -> list.addObject()
                    .put("name", profile.name())
                    .put("title", profile.about().title())
                    .put("execution", profile.cores().execution().word())
                    .put("description", profile.about().description()));
            JsonOutput.print(list, console.out());
        } else {
            Table table = new Table(Column.text(""), Column.text(""));
            profiles.forEach(
                    profile -> table.row(profile.name(), profile.about().title()));
            table.print(console.out(), "");
        }
        return ExitCode.FINE.number();
    }
}
