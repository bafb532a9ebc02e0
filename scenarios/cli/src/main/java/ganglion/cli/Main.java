package ganglion.cli;

/** The process: runs one command line and ends with its exit code. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line and ends the process.
     *
     * @param arguments the words after {@code ganglion}
     */
    public static void main(String[] arguments) {
        int code = new Ganglion(Console.ofProcess()).run(arguments).number();
        System.exit(code);
    }
}
