package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.JointDecisions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a search found of cascades.
 *
 * @param wish what was asked
 * @param tested whether they were measured on a test set; else in validation, by which they were chosen
 * @param networks those that could be stages, in the order of the search
 * @param alone those of them that no other one matches in every window, in validation; those that name most events right first
 * @param rates what was found at each rate of the event, the least first
 * @param detectors detectors that were trained with all seeds and saved; empty if none were asked for
 * @param besides beside the best that networks of all classes do, what detectors do; empty if none were asked for
 * @param left networks and pairs that are left out, each with the reason
 */
public record CascadeFindings(
        CascadeWish wish,
        boolean tested,
        List<CascadeStage> networks,
        List<CascadeStage> alone,
        List<AtRate> rates,
        List<DetectorPoint> detectors,
        List<DetectorBeside> besides,
        List<String> left) {

    /** Takes copies of the lists. */
    public CascadeFindings {
        networks = List.copyOf(networks);
        alone = List.copyOf(alone);
        rates = List.copyOf(rates);
        detectors = List.copyOf(detectors);
        besides = List.copyOf(besides);
        left = List.copyOf(left);
    }

    /**
     * What was found at one rate of the event.
     *
     * @param eventsPerHour the rate
     * @param best of the cascades that win: the one that names most events right, then each that takes clearly less energy than the one before it
     * @param others the others that win
     * @param nearest where none wins, the one that comes nearest; empty if there is none at all
     */
    public record AtRate(
            double eventsPerHour, List<FoundCascade> best, List<FoundCascade> others, Optional<Nearest> nearest) {

        /** Takes copies of the lists. */
        public AtRate {
            best = List.copyOf(best);
            others = List.copyOf(others);
        }

        /** Number of cascades that win. */
        public int winning() {
            return best.size() + others.size();
        }
    }

    /**
     * A cascade that does not win, and why.
     *
     * @param cascade the one whose energy comes nearest to that of the single network that does as well, in validation
     * @param matchedBy that network; it decides in every window
     * @param timesMore how many times as much the cascade takes, in validation
     */
    public record Nearest(FoundCascade cascade, CascadeStage matchedBy, double timesMore) {}

    /** The same with the detectors that are among the networks. */
    public CascadeFindings with(List<DetectorPoint> saved) {
        return new CascadeFindings(wish, tested, networks, alone, rates, saved, besides, left);
    }

    /** What a network decides in every window: events that it names right or, for want of classes, takes for one. */
    public JointDecisions alone(CascadeStage network, StageFigures figures) {
        return JointDecisions.alone(figures.decided(), Set.copyOf(network.events(wish.events())));
    }

    /** Classes of samples in which the event happens. */
    public Set<String> events() {
        return new LinkedHashSet<>(wish.events());
    }

    /**
     * A network which does as well as a cascade on what counts in the end, with a decision in each window: it names at least as many events right,
     * with at most as many false alarms, for at most as much energy. Of several the one that takes least; empty if the cascade wins there as well.
     */
    public Optional<CascadeStage> matching(FoundCascade cascade, double eventsPerHour) {
        JointDecisions joint = cascade.held().joint();
        Offer own = new Offer(
                joint.rightTogether().count(),
                joint.alarmsTogether().count(),
                cascade.held().energy().perHour(eventsPerHour));
        return new AloneOffers(networks, CascadeStage::held, wish.events())
                .least(own)
                .filter(each -> each.held().joulesPerHour() <= own.joules());
    }

    /** The best cascades of all rates, and those that come nearest, each once. */
    public List<FoundCascade> cascades() {
        Map<String, FoundCascade> all = new LinkedHashMap<>();
        Stream.concat(
                        rates.stream()
                                .flatMap(rate -> Stream.concat(
                                        rate.best().stream(),
                                        rate.nearest().stream().map(Nearest::cascade))),
                        besides.stream()
                                .flatMap(
                                        beside -> Stream.concat(beside.cascade().stream(), beside.detector().stream())))
                .forEach(cascade -> all.putIfAbsent(cascade.key(), cascade));
        return List.copyOf(all.values());
    }

    /** The place of a cascade among {@link #cascades}. */
    public int number(FoundCascade cascade) {
        return cascades().stream().map(FoundCascade::key).toList().indexOf(cascade.key());
    }
}
