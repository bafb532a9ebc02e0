package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.Finalists;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.Device;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which networks are trained with all seeds at the end of a search: those made by hand, and of each device the best in validation among those
 * that were trained to their end.
 */
final class FinalChoice {

    private final SearchEnd end;

    FinalChoice(SearchEnd end) {
        this.end = end;
    }

    /** A trial on a device. */
    record Chosen(TrialRecord trial, Device device) {}

    /**
     * What is trained with all seeds.
     *
     * @param all first one for each device that has one, then the others
     * @param sure those of {@code all} that are trained whatever time is left
     * @param others the other ones
     */
    record Front(List<Chosen> all, List<Chosen> sure, List<Chosen> others) {

        private static Front of(List<Chosen> inTurn, int sure) {
            return new Front(inTurn, inTurn.subList(0, sure), inTurn.subList(sure, inTurn.size()));
        }
    }

    /**
     * The networks made by hand, on each device that can compute them: first that of the experiment as it is, then those that it is compared with.
     *
     * @param asItIs the trial of the experiment as it is
     */
    List<Chosen> byHand(TrialRecord asItIs) throws InputException, OutputException {
        List<Chosen> chosen = new ArrayList<>();
        end.devices().stream()
                .filter(device -> fits(asItIs, device))
                .forEach(device -> chosen.add(new Chosen(asItIs, device)));
        for (Configuration other : end.search().others()) {
            TrialRecord record =
                    new TrialRecord(FrontPoint.NO_TRIAL, 0, TrialRecord.Origin.AS_IT_IS, other, List.of(), List.of());
            List<DeviceOutcome> fits = end.stages().fits(other);
            IntStream.range(0, end.devices().size())
                    .filter(i -> fits.get(i).fits())
                    .forEach(i -> chosen.add(new Chosen(record, end.devices().get(i))));
        }
        return chosen;
    }

    /** The fronts of all devices among some trials. */
    Front front(List<TrialRecord> trials, TrialOrder order) {
        Set<Chosen> chosen = new LinkedHashSet<>();
        List<List<Chosen>> byDevice = new ArrayList<>();
        for (Device device : end.devices()) {
            byDevice.add(finalists(trials, order, device));
        }
        for (int k = 0; k < end.search().points(); k++) {
            for (List<Chosen> ofDevice : byDevice) {
                if (k < ofDevice.size()) {
                    chosen.add(ofDevice.get(k));
                }
            }
        }
        List<Chosen> inTurn = List.copyOf(chosen);
        int sure = (int) byDevice.stream().filter(each -> !each.isEmpty()).count();
        return Front.of(inTurn, sure);
    }

    private static boolean fits(TrialRecord trial, Device device) {
        return trial.last().isPresent() && trial.last().get().on(device.name()).fits();
    }

    /** Those of a device, among the networks that were trained to their end. */
    private List<Chosen> finalists(List<TrialRecord> trials, TrialOrder order, Device device) {
        List<TrialRecord> done = trials.stream()
                .filter(trial -> !trial.configuration().isAsItIs())
                .filter(trial -> trial.epochs() == end.epochs() && fits(trial, device))
                .toList();
        List<TrialLosses> losses = done.stream()
                .map(trial -> order.losses(trial.last().orElseThrow().on(device.name())))
                .toList();
        return Finalists.of(losses, end.search().points()).stream()
                .map(i -> new Chosen(done.get(i), device))
                .toList();
    }
}
