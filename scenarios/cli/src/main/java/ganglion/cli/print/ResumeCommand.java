package ganglion.cli.print;

import ganglion.documents.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line that continues a run from a checkpoint: that of the run, but for where it begins and where it goes. */
public final class ResumeCommand {

    /** The name of the checkpoint says the directory. */
    private static final Set<String> OWN = Set.of("--out", "--resume");

    private ResumeCommand() {}

    /**
     * The words as one types them.
     *
     * @param words of the run, without the name of the program
     * @param others scenario files among them that are not continued
     */
    public static String of(List<String> words, Set<String> others, Path checkpoint) {
        List<String> all = new ArrayList<>(List.of("ganglion"));
        boolean value = false;
        for (String word : words) {
            boolean own = OWN.contains(word);
            if (!value
                    && !own
                    && OWN.stream().noneMatch(option -> word.startsWith(option + "="))
                    && !others.contains(word)) {
                all.add(word);
            }
            value = own && !value;
        }
        all.addAll(List.of("--resume", checkpoint.toString()));
        return quoted(all);
    }

    /** Words of a command line as a shell takes them. */
    public static String quoted(List<String> words) {
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }

    /** A word as a shell takes it for one. */
    public static String quoted(String word) {
        return ShellWord.of(word);
    }
}
