package ganglion.live.command;

import ganglion.cli.option.MachineOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.StopSignal;
import ganglion.documents.InputException;
import ganglion.documents.PlainText;
import ganglion.live.event.EventJson;
import ganglion.live.event.EventLine;
import ganglion.live.event.LinePrinter;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.run.LiveScenario;
import ganglion.live.server.LiveServer;
import ganglion.live.server.LiveServer.ServerOptions;
import ganglion.live.session.LiveSession;
import ganglion.live.session.SessionPlan;
import ganglion.live.session.SessionResult;
import ganglion.live.source.LiveSound;
import ganglion.live.source.RealClock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion live}. */
@Command(
        name = "live",
        header = "Lets a scenario hear sound as it comes, and tells what it decides.",
        description =
                "The sound takes the place of the clips of the scenario's one input with sound, whose ear must not"
                        + " look at later sound. Prints decisions as they change, and serves a page that shows them as"
                        + " they happen.",
        footer = {
            "  ganglion live scenario.yaml --microphone",
            "  ganglion live scenario.yaml --play note.flac other.flac --speed 4",
            "  arecord -t raw -f S16_LE -r 16000 | ganglion live scenario.yaml - --rate 16000 --json-lines"
        })
public final class LiveCommand implements Callable<Integer> {

    private final Console console;
    private final StopSignal stop;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "Scenario file, YAML or JSON.")
    private Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "INPUT",
            description = "- to hear standard input: a WAV file or, with --rate, raw samples.")
    private String input;

    @Mixin
    private SoundChoice sound;

    @Mixin
    private PageChoice page;

    @Option(
            names = "--json-lines",
            description =
                    "Print one JSON object a line: the start, decisions, each second's figures, notices, the end.")
    private boolean jsonLines;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Mixin
    private MachineOptions machineOptions;

    @Spec
    private CommandSpec specification;

    /**
     * The verb.
     *
     * @param console to print on
     * @param stop a signal ends the session
     */
    public LiveCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InputException {
        LiveSound chosen = sound.chosen(input, specification, console.isServed());
        Scenario scenario = ScenarioFiles.read(file, scenarioOptions.overrides());
        LiveScenario live = LiveScenario.of(scenario);
        SessionResult result = hear(live, chosen);
        if (result.failure().isPresent()) {
            throw new InputException("", result.failure().get());
        }
        return (stop.requested() ? ExitCode.INTERRUPTED : ExitCode.FINE).number();
    }

    private SessionResult hear(LiveScenario live, LiveSound chosen) throws InputException {
        stop.listen();
        LiveSession session = new LiveSession(new SessionPlan(
                live,
                chosen,
                sound.seconds(),
                machineOptions.settingsOfOneThread(),
                RealClock.SYSTEM,
                stop::requested));
        try (LinePrinter lines =
                new LinePrinter(words(), line -> print(line, session), isUnhurried(chosen), stop::requested)) {
            session.tell(lines);
            Optional<LiveServer> server = page.serve(session, console, jsonLines);
            try {
                return session.run();
            } finally {
                server.ifPresent(LiveServer::close);
            }
        }
    }

    /** Whether the sound is heard as fast as it can be. It then also waits for the printing of lines, and none is left out. */
    private static boolean isUnhurried(LiveSound chosen) {
        return chosen.speed() == Double.POSITIVE_INFINITY;
    }

    private Function<LiveEvent, Optional<String>> words() {
        if (!jsonLines) {
            return new EventLine()::of;
        }
        EventJson json = new EventJson();
        return event -> json.of(event).map(node -> PlainText.json(node.toString()));
    }

    /** Each line is seen at once. Where nobody reads any more, the session ends. */
    private void print(String line, LiveSession session) {
        console.out().println(line);
        if (!console.outTaken()) {
            session.stop();
        }
    }

    /** Whether and where the page of the session is served. */
    private static final class PageChoice {

        @Option(
                names = "--port",
                paramLabel = "N",
                description =
                        "Serve the page on this port; by default on one that is free. With --json-lines, the page is"
                                + " served only if --port or --host is given.")
        private Integer port;

        @Option(
                names = "--host",
                paramLabel = "ADDRESS",
                description =
                        "Serve the page on this address of the machine, so that others in its network can open it; by"
                                + " default for this machine alone.")
        private String host;

        @Option(names = "--no-page", description = "Serve no page.")
        private boolean noPage;

        /**
         * Serves the page if it is wanted. When the session begins, says where.
         *
         * @param jsonLines whether standard output is for programs
         * @throws InputException if the port or the address cannot be used
         */
        Optional<LiveServer> serve(LiveSession session, Console console, boolean jsonLines) throws InputException {
            boolean asked = port != null || host != null;
            if (noPage || !asked && (jsonLines || console.isServed())) {
                return Optional.empty();
            }
            try {
                ServerOptions options =
                        new ServerOptions(host == null ? ServerOptions.LOOPBACK : host, port == null ? 0 : port);
                LiveServer server = LiveServer.start(session::stop, options);
                session.tell(server);
                session.tell(event -> {
                    if (event instanceof LiveStart) {
                        announce(server, console, jsonLines);
                    }
                });
                return Optional.of(server);
            } catch (IOException | IllegalArgumentException e) {
                throw new InputException("", e.getMessage());
            }
        }

        /** The address is of use as soon as something is heard, and not if the sound is refused. */
        private void announce(LiveServer server, Console console, boolean jsonLines) {
            PrintStream out = jsonLines ? console.err() : console.out();
            server.addresses().forEach(address -> out.println("page: " + address));
        }
    }
}
