package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.Brackets;
import ganglion.scenario.explore.strategy.Proposer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The experiment as it is, then rounds of successive halving until all trials are made or the space is used up. What comes next depends on the seed of the
 * search and on what was found, and on nothing else. For one use, by one thread.
 */
final class Rounds {

    /** Configurations that are looked at for each that is trained, before a space counts as one in which little fits. */
    private static final int PATIENCE = 50;

    private final Search search;
    private final List<Integer> ends;
    private final Trainings trainings;
    private final TrialOrder order;
    private final Proposer proposer;
    private final List<TrialRecord> trials = new ArrayList<>();

    /** @param ends epochs at the end of each stage, ascending */
    Rounds(Search search, List<Integer> ends, Trainings trainings) {
        this.search = search;
        this.ends = List.copyOf(ends);
        this.trainings = trainings;
        this.order = new TrialOrder(search.goal());
        this.proposer = new Proposer(search.space(), search.seeds().search());
    }

    /**
     * Searches.
     *
     * @return all trials, in the order in which they were proposed
     * @throws InputException if nothing fits any device, or the search was stopped before the experiment as it is was trained
     */
    List<TrialRecord> run() throws InputException, OutputException {
        Brackets brackets = new Brackets(ends.size());
        trials.add(new TrialRecord(0, 0, Origin.AS_IT_IS, Configuration.AS_IT_IS, List.of(), List.of()));
        for (int round = 0; round == 0 || !trainings.isOver(); round++) {
            List<Integer> group = propose(Math.min(search.trials() - trained(), brackets.size(round)), round + 1);
            if (round == 0) { // what does not fit is told before anything is trained
                RungFigures asItIs = trainings
                        .stage(List.of(trials.get(0)), ends.get(ends.size() - 1))
                        .get(0)
                        .orElseThrow(() -> new InputException(
                                search.file(), "stopped before the experiment as it is was trained; --resume goes on"));
                trials.set(0, trials.get(0).with(asItIs));
            }
            if (group.isEmpty() || !halve(group, brackets, round)) {
                break;
            }
        }
        return List.copyOf(trials);
    }

    /** Trains a group stage after stage, and after each only the best; false if it was stopped. */
    private boolean halve(List<Integer> begun, Brackets brackets, int round) throws InputException, OutputException {
        List<Integer> group = begun;
        for (int stage = brackets.firstStage(round); stage < ends.size(); stage++) {
            if (!train(group, stage)) {
                return false;
            }
            group = best(group, Math.max(brackets.promoted(group.size()), devices(group)));
        }
        return true;
    }

    /** Trials of the search so far. */
    private int trained() {
        return (int) trials.stream()
                .filter(trial -> trial.number() > 0 && !trial.rungs().isEmpty())
                .count();
    }

    /** New configurations of which each fits a device; fewer if there are no more. */
    private List<Integer> propose(int size, int bracket) throws InputException, OutputException {
        List<double[]> findings = order.findings(trials, search.space(), proposer.leastFindings());
        List<Integer> group = new ArrayList<>();
        int looked = 0;
        boolean more = true;
        while (more && group.size() < size && looked < PATIENCE * size && !trainings.isOver()) {
            // Never more than may all go on: what comes next does not depend on which of them fit.
            int wanted = Math.min(size - group.size(), PATIENCE * size - looked);
            List<Proposer.Proposal> proposals = next(findings, wanted);
            more = proposals.size() == wanted;
            looked += wanted;
            List<List<DeviceOutcome>> fits = trainings.fits(
                    proposals.stream().map(Proposer.Proposal::configuration).toList());
            for (int i = 0; i < proposals.size(); i++) {
                add(proposals.get(i), bracket, fits.get(i), group);
            }
        }
        if (group.isEmpty() && trained() == 0 && trials.size() > 1 && !trainings.isOver()) {
            throw nothingFits();
        }
        return group;
    }

    /** Some proposals; fewer if there are no more. */
    private List<Proposer.Proposal> next(List<double[]> findings, int count) {
        List<Proposer.Proposal> proposals = new ArrayList<>();
        while (proposals.size() < count) {
            Optional<Proposer.Proposal> proposal = proposer.next(findings);
            if (proposal.isEmpty()) {
                break;
            }
            proposals.add(proposal.get());
        }
        return proposals;
    }

    /** A trial of a proposal, which joins the group if it fits a device. */
    private void add(Proposer.Proposal proposal, int bracket, List<DeviceOutcome> fits, List<Integer> group) {
        boolean fit = fits.stream().anyMatch(DeviceOutcome::fits);
        TrialRecord trial = new TrialRecord(
                trials.size(), bracket, proposal.origin(), proposal.configuration(), fit ? List.of() : fits, List.of());
        trials.add(trial);
        if (fit) {
            group.add(trial.number());
        }
    }

    /** For each device how many networks it cannot compute, and why not the first. */
    private InputException nothingFits() {
        List<TrialRecord> unfit =
                trials.stream().filter(trial -> !trial.unfit().isEmpty()).toList();
        TrialRecord first = unfit.get(0);
        return new InputException(first.unfit().stream()
                .map(device -> new Problem(
                        search.file(),
                        0,
                        "/devices",
                        "found none of " + unfit.size() + " networks that fits " + device.profile() + "; the first: "
                                + device.problems().get(0) + " ("
                                + first.configuration().text() + ")"))
                .toList());
    }

    /** Trains some trials to the end of a stage; false if not all of them got there. */
    private boolean train(List<Integer> group, int stage) throws InputException, OutputException {
        List<Optional<RungFigures>> rungs =
                trainings.stage(group.stream().map(trials::get).toList(), ends.get(stage));
        for (int i = 0; i < group.size(); i++) {
            TrialRecord trial = trials.get(group.get(i));
            trials.set(trial.number(), rungs.get(i).map(trial::with).orElse(trial));
        }
        return rungs.stream().allMatch(Optional::isPresent);
    }

    /** Number of devices that can compute one of some networks: halving leaves each of them one. */
    private int devices(List<Integer> group) {
        return (int) IntStream.range(0, search.goal().devices().size())
                .filter(device -> group.stream()
                        .anyMatch(number -> trials.get(number)
                                .last()
                                .orElseThrow()
                                .devices()
                                .get(device)
                                .fits()))
                .count();
    }

    private List<Integer> best(List<Integer> group, int count) {
        List<RungFigures> rungs = group.stream()
                .map(number -> trials.get(number).last().orElseThrow())
                .toList();
        return order.of(rungs).stream().limit(count).map(group::get).sorted().toList();
    }
}
