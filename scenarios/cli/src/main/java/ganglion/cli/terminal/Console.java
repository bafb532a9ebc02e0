package ganglion.cli.terminal;

import ganglion.documents.PlainText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a command writes: results to {@link #out}, everything else to {@link #err}, both in UTF-8. A failed write does not
 * stop the command, as the run directory may still be worth having; {@link #outFailure} reports it at the end.
 */
public final class Console {

    private final WatchedStream watched;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean outColoured;
    private final boolean errTerminal;
    private final ProgressListener progress;
    private final boolean served;

    /**
     * @param outColoured whether results may be coloured, as on a terminal
     * @param errTerminal whether standard error is a terminal, so that progress makes sense
     */
    public Console(OutputStream out, OutputStream err, boolean outColoured, boolean errTerminal) {
        this(out, err, outColoured, errTerminal, ProgressListener.NONE, false);
    }

    private Console(
            OutputStream out,
            OutputStream err,
            boolean outColoured,
            boolean errTerminal,
            ProgressListener progress,
            boolean served) {
        this.watched = new WatchedStream(out);
        this.out = new PlainStream(watched, outColoured);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.outColoured = outColoured;
        this.errTerminal = errTerminal;
        this.progress = progress;
        this.served = served;
    }

    /** A console of another program, which is told of progress at once and of what is written when the command has ended. */
    public static Console served(OutputStream out, OutputStream err, ProgressListener progress) {
        return new Console(out, err, false, false, progress, true);
    }

    /**
     * The streams of this process. Java cannot tell which of them are terminals, so the launcher says it in the property
     * {@code ganglion.terminal}; without it, none is. The environment variable {@code NO_COLOR} switches colours off.
     */
    public static Console ofProcess() {
        String terminals = System.getProperty("ganglion.terminal", "");
        String noColour = System.getenv().getOrDefault("NO_COLOR", "");
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminals.contains("out") && noColour.isEmpty(),
                terminals.contains("err"),
                ProgressListener.NONE,
                false);
    }

    /** Where results go; what a terminal would obey is replaced in every text that is printed here. */
    public PrintStream out() {
        return out;
    }

    /** Where everything else goes. */
    public PrintStream err() {
        return err;
    }

    /** Whether results may be coloured. */
    public boolean outColoured() {
        return outColoured;
    }

    /** Whether what is written is held back until the command has ended, which therefore has to end by itself. */
    public boolean isServed() {
        return served;
    }

    /** Whether standard error is a terminal, where progress is drawn. */
    public boolean errTerminal() {
        return errTerminal;
    }

    ProgressListener progress() {
        return progress;
    }

    /**
     * Prints one line to standard error, after the results so far, so that a terminal shows both in order. What a
     * terminal would obey is replaced.
     */
    public void errorLine(String line) {
        out.flush();
        err.println(PlainText.line(line.strip()));
    }

    /** Whether a class was not found; one that Java found, but that failed when it was set up, is a fault of ours. */
    public static boolean isPartMissing(Throwable fault) {
        return fault instanceof ServiceConfigurationError
                || fault instanceof NoClassDefFoundError
                        && !String.valueOf(fault.getMessage()).startsWith("Could not initialize class ");
    }

    /**
     * Prints that classes of the program cannot be loaded. Java does not say why: it passes over a jar that is not there, is damaged,
     * or cannot be opened because the process has too many open files. Uses no class that is not loaded yet, which could be
     * missing, too.
     */
    public void partMissing(Throwable fault) {
        err.println("ganglion: a part of the program cannot be loaded (" + fault.getMessage()
                + "): its jar is missing or damaged, or too few open files are allowed (ulimit -n)");
    }

    /**
     * Why results could not be written, if so. A reader that stopped reading (as {@code head} does) is no failure.
     * Flushes first.
     */
    public Optional<IOException> outFailure() {
        out.flush();
        return watched.failure().filter(failure -> !isBrokenPipe(failure));
    }

    /** Whether results still go somewhere: false once a write failed, for whatever reason. Flushes first. */
    public boolean outTaken() {
        out.flush();
        return watched.failure().isEmpty();
    }

    private static boolean isBrokenPipe(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Broken pipe") || message.contains("Pipe closed");
    }

    /**
     * Prints texts as {@linkplain PlainText plain text}, so that no name in a file can command a terminal. Coloured marks pass where colours
     * are wanted; bytes, such as the help of picocli, pass as they are.
     */
    private static final class PlainStream extends PrintStream {

        /** The marks of {@link ganglion.cli.print.Marks}, colours and all. */
        private static final Pattern MARK = Pattern.compile("\u001b\\[3[12]m[\u2713\u2717]\u001b\\[0m");

        private final boolean coloured;

        PlainStream(OutputStream out, boolean coloured) {
            super(out, false, StandardCharsets.UTF_8);
            this.coloured = coloured;
        }

        @Override
        public void print(String text) {
            super.print(coloured ? plainButMarks(String.valueOf(text)) : PlainText.text(String.valueOf(text)));
        }

        @Override
        public void print(Object value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(char character) {
            print(String.valueOf(character));
        }

        @Override
        public void print(char[] characters) {
            print(String.valueOf(characters));
        }

        private static String plainButMarks(String text) {
            StringBuilder plain = new StringBuilder();
            Matcher marks = MARK.matcher(text);
            int end = 0;
            while (marks.find()) {
                plain.append(PlainText.text(text.substring(end, marks.start()))).append(marks.group());
                end = marks.end();
            }
            return plain.append(PlainText.text(text.substring(end))).toString();
        }
    }

    /** Remembers why writing first failed, which {@link java.io.PrintStream} forgets, and writes nothing afterwards. */
    private static final class WatchedStream extends FilterOutputStream {

        private IOException failure;

        WatchedStream(OutputStream target) {
            super(new BufferedOutputStream(target));
        }

        Optional<IOException> failure() {
            return Optional.ofNullable(failure);
        }

        @Override
        public void write(int octet) {
            attempt(() -> out.write(octet));
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            attempt(() -> out.write(octets, offset, length));
        }

        @Override
        public void flush() {
            attempt(out::flush);
        }

        @Override
        public void close() {
            attempt(out::close);
        }

        private void attempt(Write write) {
            if (failure != null) {
                return;
            }
            try {
                write.run();
            } catch (IOException e) {
                failure = e;
            }
        }

        private interface Write {
            void run() throws IOException;
        }
    }
}
