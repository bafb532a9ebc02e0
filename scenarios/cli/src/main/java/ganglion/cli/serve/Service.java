package ganglion.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressListener;
import ganglion.documents.InputException;
import ganglion.documents.PlainText;
import ganglion.documents.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Runs the command lines that another program asks for, one after the other in the order in which they come, and answers each. What is no
 * request is answered, too, with exit code 2.
 */
public final class Service {

    private final CommandLines commands;
    private final BooleanSupplier goesOn;

    /**
     * A service.
     *
     * @param goesOn asked before each request; false ends the service
     */
    public Service(CommandLines commands, BooleanSupplier goesOn) {
        this.commands = commands;
        this.goesOn = goesOn;
    }

    /** Runs one command line, whose faults are lines on the console and an exit code. */
    @FunctionalInterface
    public interface CommandLines {

        /** Runs it. */
        ExitCode run(Console console, List<String> words);
    }

    /**
     * Answers until the requests end, or nobody reads the answers.
     *
     * @param version told in the greeting
     * @throws IOException if the requests cannot be read
     */
    public void serve(InputStream requests, PrintStream out, String version) throws IOException {
        RequestLines lines = new RequestLines(requests);
        Answers answers = new Answers(out);
        answers.greet(version);
        while (goesOn.getAsBoolean() && !out.checkError()) {
            JsonNode id = NullNode.getInstance();
            try {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    return;
                }
                id = Request.idOf(line.get());
                run(Request.read(line.get(), lines.number()), answers);
            } catch (InputException e) {
                String err = String.join("\n", Problem.lines(e.problems())) + "\n";
                answers.answer(id, ExitCode.BAD_INPUT.number(), "", err);
            }
        }
    }

    private void run(Request request, Answers answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.served(
                out,
                err,
                new ThrottledProgress(
                        (task, phase, fraction) -> answers.progress(request.id(), task, phase, fraction),
                        System::nanoTime));
        ExitCode code = commands.run(console, request.words());
        answers.answer(
                request.id(),
                code.number(),
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** Passes on the beginning of each phase, and of what is told in between at most one in 100 ms. Thread safe. */
    static final class ThrottledProgress implements ProgressListener {

        private static final long INTERVAL_NANOSECONDS = 100_000_000L;

        private final ProgressListener listener;
        private final LongSupplier nanoseconds;
        private String task = "";
        private String phase = "";
        private long last;

        /** @param nanoseconds a clock that only runs forwards */
        ThrottledProgress(ProgressListener listener, LongSupplier nanoseconds) {
            this.listener = listener;
            this.nanoseconds = nanoseconds;
        }

        @Override
        public synchronized void advanced(String nextTask, String nextPhase, double fraction) {
            long now = nanoseconds.getAsLong();
            if (nextTask.equals(task) && nextPhase.equals(phase) && now - last < INTERVAL_NANOSECONDS) {
                return;
            }
            task = nextTask;
            phase = nextPhase;
            last = now;
            listener.advanced(task, phase, fraction);
        }
    }

    /** The lines that another program reads: a greeting, progress, and one answer for each request. Thread safe. */
    private static final class Answers {

        /** Rises when a program that was written for an earlier form would misunderstand a line. */
        static final int PROTOCOL = 1;

        private final PrintStream out;

        Answers(PrintStream out) {
            this.out = out;
        }

        /** {@code {"ganglion": "0.1.0", "protocol": 1}}. */
        void greet(String version) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("ganglion", version).put("protocol", PROTOCOL);
            print(line);
        }

        /** {@code {"id": 1, "task": "two-taps", "phase": "simulating", "fraction": 0.5}}. */
        void progress(JsonNode id, String task, String phase, double fraction) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.set("id", id);
            print(line.put("task", task).put("phase", phase).put("fraction", fraction));
        }

        /** {@code {"id": 1, "code": 0, "out": "...", "err": ""}}: exit code and what would be on standard output and standard error. */
        void answer(JsonNode id, int code, String out, String err) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.set("id", id);
            print(line.put("code", code).put("out", out).put("err", err));
        }

        private synchronized void print(ObjectNode line) {
            out.println(PlainText.json(line.toString()));
            out.flush();
        }
    }
}
