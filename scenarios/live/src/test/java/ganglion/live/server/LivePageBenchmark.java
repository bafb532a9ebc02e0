package ganglion.live.server;

import com.sun.management.OperatingSystemMXBean;
import ganglion.live.server.LiveServer.ServerOptions;
import ganglion.report.page.HeadlessBrowser;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Frames per second of the page in headless Chromium, and how long after the server's start its first picture is there. The session is
 * made up and has 100,000 spikes a second. Run by {@code benchmarks/live/page}.
 */
final class LivePageBenchmark {

    private static final int NEURONS = 4_000;
    /** Some hit the same neuron in a tick, and about 100,000 are left. */
    private static final int DRAWN_SPIKES_PER_SECOND = 130_000;

    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 20;

    /** Counts frames and pictures of a second. */
    private static final String ONE_SECOND = """
        new Promise((resolve) => {
          const { frames, session: { pictures } } = ganglionLive;
          const begun = performance.now();
          setTimeout(() => {
            const seconds = (performance.now() - begun) / 1000;
            resolve([(ganglionLive.frames - frames) / seconds, (ganglionLive.session.pictures - pictures) / seconds]);
          }, 1000);
        })\
        """;

    private static final String FIRST_PICTURE = """
        new Promise((resolve) => {
          const look = () => {
            if (window.ganglionLive && ganglionLive.session.pictures > 0) resolve(true); else setTimeout(look, 5);
          };
          look();
        })\
        """;

    private LivePageBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        Path binary = HeadlessBrowser.binary().orElseThrow(() -> new IllegalStateException("there is no Chromium"));
        LateListener listener = new LateListener();
        SyntheticSession session = new SyntheticSession(listener, NEURONS, DRAWN_SPIKES_PER_SECOND);
        try (HeadlessBrowser browser = new HeadlessBrowser(binary, 1400, 900)) {
            long begun = System.nanoTime();
            long processor = processorNanoseconds();
            try (LiveServer server = LiveServer.start(session, new ServerOptions(ServerOptions.LOOPBACK, 0))) {
                print("server's start", (System.nanoTime() - begun) / 1e6, "ms");
                listener.set(server);
                session.begin();
                SyntheticClock clock = new SyntheticClock(session);
                try {
                    browser.open(URI.create(server.address()));
                    browser.evaluate(FIRST_PICTURE);
                    print("first picture after the begin of the start", (System.nanoTime() - begun) / 1e6, "ms");
                    print("processor time of the server until then", (processorNanoseconds() - processor) / 1e6, "ms");
                    print(
                            "until the page was there, of the browser's time",
                            number(browser, "performance.getEntriesByType('navigation')[0].responseEnd"),
                            "ms");
                    print("until its first picture", number(browser, "ganglionLive.firstPictureMilliseconds"), "ms");
                    print("files of the page", new PageFiles().bytes() / 1e3, "kB");
                    measure(browser);
                } finally {
                    clock.close();
                }
            }
        }
    }

    private static void measure(HeadlessBrowser browser) throws Exception {
        for (int second = 0; second < WARM_UP_SECONDS; second++) {
            browser.evaluate(ONE_SECOND);
        }
        double[] frames = new double[SECONDS];
        double[] pictures = new double[SECONDS];
        long processor = processorNanoseconds();
        long begun = System.nanoTime();
        for (int second = 0; second < SECONDS; second++) {
            var counted = browser.evaluate(ONE_SECOND);
            frames[second] = counted.get(0).asDouble();
            pictures[second] = counted.get(1).asDouble();
        }
        double load = (double) (processorNanoseconds() - processor) / (System.nanoTime() - begun);
        Arrays.sort(frames);
        Arrays.sort(pictures);
        print(
                "spikes",
                number(
                        browser,
                        "ganglionLive.session.rates.reduce((sum, rate, i) => sum"
                                + " + rate.hertz * ganglionLive.session.start.populations[i].size, 0)"),
                "a second");
        print("frames, median of " + SECONDS + " seconds", frames[SECONDS / 2], "a second");
        print("frames, worst second", frames[0], "a second");
        print("pictures, median", pictures[SECONDS / 2], "a second");
        print(
                "pictures skipped",
                number(
                        browser,
                        "Number((/([0-9]+) pictures? skipped/.exec(document.getElementById('pulse').textContent) ?? [0, 0])[1])"),
                "");
        print("processor of the server and the session that is made up", 100 * load, "% of one");
    }

    private static double number(HeadlessBrowser browser, String expression) throws Exception {
        return browser.evaluate(expression).asDouble();
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void print(String what, double value, String unit) {
        System.out.printf("%-56s %10.1f %s%n", what, value, unit);
    }
}
