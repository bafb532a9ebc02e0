package ganglion.fuzz;

import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Whether inputs are made, rather than taken from the corpus, and for how long. JUnit tells it when the process starts. */
public final class Campaign implements LauncherSessionListener {

    /** Whether Jazzer makes inputs in this process. */
    static final boolean RUNS = "1".equals(System.getenv("JAZZER_FUZZ"));

    /** Where inputs are kept that break something. */
    static final Path FINDINGS = Path.of("findings");

    /** Where the figures of each kind of file are kept. */
    static final Path TALLIES = Path.of("tallies");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!RUNS) {
            System.setProperty("jazzer.hooks", "false"); // the corpus needs nobody who watches
            return;
        }
        String wanted = System.getProperty("test", "");
        long kinds = wanted.isEmpty() || wanted.contains("*") ? allKinds() : wanted.split(",").length;
        double minutes = Double.parseDouble(System.getProperty("ganglion.fuzz.minutes", "60"));
        System.setProperty("jazzer.max_duration", Math.max(1, Math.round(60 * minutes / kinds)) + "s");
    }

    /** One for each class. Without {@code -Dtest} they share the time of a campaign. */
    private static long allKinds() {
        return Corpus.files(".").stream()
                .filter(file -> file.toString().endsWith("FuzzTest.class"))
                .count();
    }
}
