package ganglion.cli.verb;

import ganglion.cli.serve.Service;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.terminal.Version;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ganglion serve}. */
@Command(
        name = "serve",
        header =
                "Runs commands for another program, such as Python: requests on standard input, answers on standard output.",
        footer = {"  echo '{\"id\": 1, \"words\": [\"profile\", \"list\"]}' | ganglion serve"})
public final class ServeCommand implements Callable<Integer> {

    private final Console console;
    private final StopSignal stop;
    private final Service.CommandLines commands;

    /**
     * The verb.
     *
     * @param console where answers go
     * @param stop a signal ends the request at work, and the service
     * @param commands runs what is asked for
     */
    public ServeCommand(Console console, StopSignal stop, Service.CommandLines commands) {
        this.console = console;
        this.stop = stop;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        InputStream requests = System.in;
        // A command that reads its standard input would take the requests away; what a library prints would be no
        // answer.
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        new Service(commands, stop::rest).serve(requests, console.out(), new Version().number());
        return (stop.requested() ? ExitCode.INTERRUPTED : ExitCode.FINE).number();
    }
}
