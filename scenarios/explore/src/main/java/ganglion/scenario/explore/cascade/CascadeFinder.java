package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.WakeRates;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.cascade.CascadeFindings.Nearest;
import ganglion.scenario.explore.cascade.CascadePairs.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the cascades that win. One wins at a rate of the event if it takes less than its large network alone, and nothing else names at least as
 * many events right with at most as many false alarms for at most as much energy: no network of the search that decides in every window, whatever
 * its device, and no other cascade. All of this is said by validation.
 */
public final class CascadeFinder {

    /** Networks that are joined, at most: pairs grow with the square. */
    static final int MOST_NETWORKS = 100;

    /** Of two cascades that take nearly the same, the one that names more events right is told. */
    private static final double CLEARLY_LESS = 0.9;

    private final List<CascadeStage> networks;
    private final AloneOffers alone;
    private final CascadePairs pairs;
    private final CascadeWish wish;
    private final int most;

    private CascadeFinder(CascadeWish wish, List<CascadeStage> networks, int most) {
        this.wish = wish;
        this.networks = networks;
        this.alone = new AloneOffers(networks, CascadeStage::validation, wish.events());
        this.pairs = new CascadePairs(wish, networks);
        this.most = most;
    }

    /**
     * Finds cascades.
     *
     * @param networks those of the search; of those on the same samples with windows of one length the first {@value #MOST_NETWORKS} are joined
     * @param left networks that can be no stage, each with the reason
     * @param tested whether there is a test set
     * @param most cascades that are told at each rate
     */
    public static CascadeFindings find(
            CascadeWish wish, List<CascadeStage> networks, List<String> left, boolean tested, int most) {
        AlikeNetworks alike = AlikeNetworks.of(networks, MOST_NETWORKS);
        CascadeFinder finder = new CascadeFinder(wish, alike.networks(), most);
        List<String> reasons = new ArrayList<>(left);
        reasons.addAll(alike.left());
        reasons.addAll(finder.pairs.left());
        List<AtRate> rates = wish.eventsPerHour().stream().map(finder::at).toList();
        return new CascadeFindings(
                wish,
                tested,
                alike.networks(),
                finder.kept(),
                rates,
                List.of(),
                wish.detectors().isPresent() ? finder.besides() : List.of(),
                reasons);
    }

    /** What detectors save beside the best that networks of all classes do. */
    private List<DetectorBeside> besides() {
        CascadeFinder full = new CascadeFinder(
                wish, networks.stream().filter(each -> !each.detector()).toList(), most);
        List<DetectorBeside> besides = new ArrayList<>();
        for (double rate : wish.eventsPerHour()) {
            List<FoundCascade> best = full.at(rate).best();
            for (FoundCascade cascade : best) {
                Offer offer = new Offer(
                        cascade.validation().joint().rightTogether().count(),
                        cascade.validation().joint().alarmsTogether().count(),
                        cascade.validation().energy().perHour(rate));
                besides.add(beside(rate, Optional.of(cascade), cascade.large(), offer));
            }
            if (best.isEmpty() && !full.networks.isEmpty()) {
                CascadeStage network = full.kept().get(0);
                besides.add(beside(rate, Optional.empty(), network, full.alone.of(network)));
            }
        }
        return besides;
    }

    private DetectorBeside beside(double rate, Optional<FoundCascade> cascade, CascadeStage network, Offer offer) {
        Optional<Pair> detector = pairs.all().stream()
                .filter(pair -> pair.small().detector() && pair.offer(rate).doesAsWellAs(offer))
                .min(Comparator.comparingDouble(pair -> pair.measured().at(rate)));
        Optional<CascadeStage> single = networks.stream()
                .filter(each -> each.detector()
                        && each.names(wish.events())
                        && alone.of(each).doesAsWellAs(offer))
                .min(Comparator.comparingDouble(each -> alone.of(each).joules()));
        return new DetectorBeside(rate, cascade, network, detector.map(pairs::found), single, offer.joules());
    }

    /** The networks that no other one matches; of equal ones the first. Those that name no event for want of classes are none of them. */
    private List<CascadeStage> kept() {
        List<CascadeStage> kept = new ArrayList<>();
        List<CascadeStage> sorted = networks.stream()
                .filter(each -> each.names(wish.events()))
                .sorted(Comparator.comparing(alone::of, CascadeFinder::lesserFirst))
                .toList();
        for (CascadeStage each : sorted) {
            if (kept.stream().noneMatch(other -> alone.of(other).matches(alone.of(each)))) {
                kept.add(each);
            }
        }
        kept.sort(Comparator.comparing((CascadeStage each) -> -alone.of(each).right())
                .thenComparing(each -> alone.of(each).joules()));
        return kept;
    }

    /** What is matched comes after what matches it. */
    private static int lesserFirst(Offer one, Offer other) {
        int order = Double.compare(one.joules(), other.joules());
        order = order == 0 ? Integer.compare(other.right(), one.right()) : order;
        return order == 0 ? Integer.compare(one.alarms(), other.alarms()) : order;
    }

    private AtRate at(double eventsPerHour) {
        if (networks.isEmpty()
                || !WakeRates.isPossible(
                        eventsPerHour, networks.get(0).validation().windowsPerHour())
                || !WakeRates.isPossible(eventsPerHour, networks.get(0).held().windowsPerHour())) {
            return new AtRate(eventsPerHour, List.of(), List.of(), Optional.empty());
        }
        List<Pair> winning = winning(eventsPerHour);
        List<Pair> told = new ArrayList<>();
        List<Pair> others = new ArrayList<>();
        for (Pair pair : winning) {
            double joules = pair.measured().at(eventsPerHour);
            if (told.size() < most
                    && (told.isEmpty()
                            || joules
                                    <= CLEARLY_LESS
                                            * told.get(told.size() - 1)
                                                    .measured()
                                                    .at(eventsPerHour))) {
                told.add(pair);
            } else {
                others.add(pair);
            }
        }
        return new AtRate(
                eventsPerHour,
                told.stream().map(pairs::found).toList(),
                others.stream().map(pairs::found).toList(),
                winning.isEmpty() ? nearest(eventsPerHour) : Optional.empty());
    }

    /** Those that name most events right first, and of these the one that takes least. */
    private List<Pair> winning(double eventsPerHour) {
        List<Offer> kept = new ArrayList<>(List.of(Offer.NOTHING));
        networks.forEach(network -> kept.add(alone.of(network)));
        List<Pair> winning = new ArrayList<>();
        List<Pair> sorted = pairs.all().stream()
                .filter(pair -> pair.savesAt(eventsPerHour))
                .sorted(Comparator.comparing(pair -> pair.offer(eventsPerHour), CascadeFinder::lesserFirst))
                .toList();
        for (Pair pair : sorted) {
            Offer offer = pair.offer(eventsPerHour);
            if (kept.stream().noneMatch(other -> other.matches(offer))) {
                kept.add(offer);
                winning.add(pair);
            }
        }
        winning.sort(Comparator.comparing((Pair pair) -> -pair.right())
                .thenComparing(pair -> pair.measured().at(eventsPerHour)));
        return winning;
    }

    /** The cascade that takes least more than a network that does as well alone, be it its own large one. */
    private Optional<Nearest> nearest(double eventsPerHour) {
        Nearest nearest = null;
        for (Pair pair : pairs.all()) {
            Offer offer = pair.offer(eventsPerHour);
            if (offer.right() == 0) {
                continue;
            }
            CascadeStage rival = alone.least(offer)
                    .filter(each -> each.validation().joulesPerHour()
                            <= pair.large().validation().joulesPerHour())
                    .orElse(pair.large());
            double times = offer.joules() / rival.validation().joulesPerHour();
            if (nearest == null || times < nearest.timesMore()) {
                nearest = new Nearest(pairs.found(pair), rival, times);
            }
        }
        return Optional.ofNullable(nearest);
    }
}
