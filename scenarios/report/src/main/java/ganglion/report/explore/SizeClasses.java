package ganglion.report.explore;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sizes of networks in a few classes of equal width on a logarithmic scale.
 *
 * @param least bytes of the smallest network, at least 1
 * @param most bytes of the largest
 */
record SizeClasses(long least, long most) {

    private static final int COUNT = 5;

    /** Classes of all networks of a search. */
    static SizeClasses of(Exploration found) {
        LongSummaryStatistics sizes = LongStream.concat(
                        found.trials().stream()
                                .flatMap(trial -> trial.last().stream())
                                .flatMap(rung -> rung.devices().stream())
                                .filter(DeviceOutcome::fits)
                                .mapToLong(DeviceOutcome::bytes),
                        LongStream.concat(
                                found.points().stream()
                                        .mapToLong(point -> point.saved().held().bytes()),
                                found.reference().stream()
                                        .mapToLong(point -> point.saved().held().bytes())))
                .filter(bytes -> bytes > 0)
                .summaryStatistics();
        return sizes.getCount() == 0 ? new SizeClasses(1, 1) : new SizeClasses(sizes.getMin(), sizes.getMax());
    }

    /** The class of a size, from 0. */
    int of(long bytes) {
        if (most <= least || bytes <= least) {
            return 0;
        }
        double share = Math.log((double) bytes / least) / Math.log((double) most / least);
        return (int) Math.min(COUNT - 1, share * COUNT);
    }

    /** Names of the classes: the largest size in each. */
    List<String> names() {
        int count = most > least ? COUNT : 1;
        return IntStream.rangeClosed(1, count)
                .mapToObj(k -> "up to "
                        + FigureWords.bytes(Math.round(least * Math.pow((double) most / least, (double) k / count))))
                .toList();
    }
}
