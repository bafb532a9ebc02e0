package ganglion.kernel.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Deals things that are joined to each other out to places that are to have like loads. The two that are joined most are put together
 * first, then the next, as long as a place has room for what is together. The heaviest bundle is then dealt out first, each to the place
 * with the least load. If that does not fit, single things are dealt out instead. The same outcome each time, and not the best: a
 * placement that is somewhat better is not worth a search.
 */
final class Packing {

    /**
     * Two things that are joined. The same two may be joined several times.
     *
     * @param strength what is lost if they are apart
     */
    record Joint(int one, int other, long strength) {

        private long pair() {
            return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
        }
    }

    private final long[] work;
    private final List<Joint> joints;
    private final int places;
    private final double most;

    /**
     * @param work of each thing
     * @param fullest the largest load of a place, in parts of the average
     */
    Packing(long[] work, List<Joint> joints, int places, double fullest) {
        this.work = work;
        this.joints = joints;
        this.places = places;
        this.most = fullest * Arrays.stream(work).sum() / places;
    }

    /** For each thing its place; empty if they do not fit. */
    Optional<int[]> find() {
        return work.length < places ? Optional.empty() : deal(bundles()).or(() -> deal(new Bundles(work.length)));
    }

    private Bundles bundles() {
        Bundles bundles = new Bundles(work.length);
        long[] together = work.clone();
        for (Joint joint : strongestFirst()) {
            int one = bundles.of(joint.one());
            int other = bundles.of(joint.other());
            if (one != other && together[one] + together[other] <= most) {
                long sum = together[one] + together[other];
                bundles.join(one, other);
                together[bundles.of(one)] = sum;
            }
        }
        return bundles;
    }

    private List<Joint> strongestFirst() {
        Map<Long, Joint> byPair = new TreeMap<>();
        for (Joint joint : joints) {
            byPair.merge(
                    joint.pair(),
                    joint,
                    (first, next) -> new Joint(first.one(), first.other(), first.strength() + next.strength()));
        }
        return byPair.values().stream()
                .sorted(Comparator.comparingLong(Joint::strength).reversed())
                .toList();
    }

    private Optional<int[]> deal(Bundles bundles) {
        int[] numbers = bundles.numbers();
        long[] together = new long[numbers.length];
        for (int thing = 0; thing < numbers.length; thing++) {
            together[numbers[thing]] += work[thing];
        }
        int[] heaviestFirst = IntStream.of(numbers)
                .distinct()
                .boxed()
                .sorted(Comparator.comparingLong((Integer bundle) -> -together[bundle]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] placeOf = new int[numbers.length];
        long[] load = new long[places];
        for (int bundle : heaviestFirst) {
            int least = 0;
            for (int place = 1; place < places; place++) {
                least = load[place] < load[least] ? place : least;
            }
            placeOf[bundle] = least;
            load[least] += together[bundle];
        }
        boolean fits = Arrays.stream(load).allMatch(it -> it > 0 && it <= most);
        return fits
                ? Optional.of(
                        Arrays.stream(numbers).map(bundle -> placeOf[bundle]).toArray())
                : Optional.empty();
    }
}
