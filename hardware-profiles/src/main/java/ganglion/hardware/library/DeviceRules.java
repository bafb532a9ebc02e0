package ganglion.hardware.library;

import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what no schema can: that the parts of a profile are those of one device that can be estimated. */
final class DeviceRules {

    private final Place root;
    private final HardwareProfile profile;

    DeviceRules(Place root, HardwareProfile profile) {
        this.root = root;
        this.profile = profile;
    }

    void check() {
        checkPowersAscend();
        checkNothingIsPaidTwice();
        checkFrontEndHasOneSite();
        checkDenseNetworksCanRun();
    }

    private void checkPowersAscend() {
        Optional<PowerStates.State> below = Optional.empty();
        for (PowerStates.State state : PowerStates.State.values()) {
            Optional<Figure> power = profile.figures().power().of(state);
            if (power.isPresent() && below.isPresent()) {
                Figure least = profile.figures().power().of(below.get()).orElseThrow();
                if (power.get().value() < least.value()) {
                    power(state)
                            .problem("found " + power.get().text() + ", expected at least the " + least.text() + " of "
                                    + below.get().word());
                }
            }
            below = power.isPresent() ? Optional.of(state) : below;
        }
    }

    private Place power(PowerStates.State state) {
        return PowerKeys.POWER.at(root).at(state.word());
    }

    private void checkNothingIsPaidTwice() {
        List<Key<?>> prices = List.of(OperationKeys.ENERGY, OperationKeys.UNITS, ProfileKeys.ARITHMETIC);
        for (Key<?> price : prices) {
            if (profile.figures().power().run().isPresent() && price.isIn(root)) {
                power(PowerStates.State.RUN)
                        .problem("found the power of a device at work beside " + price
                                + ", expected one of the two: the energy of work would count twice");
                return;
            }
        }
    }

    private void checkFrontEndHasOneSite() {
        boolean itself = !profile.conventional()
                .processor()
                .map(Processor::signal)
                .map(Map::isEmpty)
                .orElse(true);
        if (itself && profile.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Beside) {
            SurroundingKeys.FRONT_END
                    .at(root)
                    .problem(
                            "found a processor beside a device that has times of signal processing itself, expected one of the"
                                    + " two");
        }
    }

    private void checkDenseNetworksCanRun() {
        boolean can = profile.conventional().processor().isPresent()
                || !profile.conventional().arithmetic().isEmpty()
                || profile.figures().energy().containsKey(Operation.MULTIPLY_ACCUMULATE);
        if (profile.cores().execution() == Execution.DENSE && !can) {
            root.problem(
                    "found a device of dense execution with neither \"processor\" nor \"arithmetic\", expected one of"
                            + " them: nothing says what a network takes");
        }
    }
}
