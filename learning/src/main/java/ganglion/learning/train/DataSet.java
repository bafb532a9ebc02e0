package ganglion.learning.train;

import ganglion.learning.sample.Sample;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Samples to train or to evaluate with. */
public interface DataSet {

    /** Number of samples. */
    int size();

    /** Class of a sample. */
    int label(int index);

    /**
     * A sample. Safe to call from several threads. Samples of a training set may differ from epoch to epoch (augmentation), but
     * depend on the arguments only.
     *
     * @param index from 0
     * @param epoch number of the epoch, from 0; evaluation asks for epoch 0
     */
    Sample sample(int index, int epoch);

    /** Samples that are all there. */
    static DataSet of(List<Sample> samples) {
        List<Sample> copy = List.copyOf(samples);
        return new DataSet() {
            @Override
            public int size() {
                return copy.size();
            }

            @Override
            public int label(int index) {
                return copy.get(index).label();
            }

            @Override
            public Sample sample(int index, int epoch) {
                return copy.get(index);
            }
        };
    }

    /** Which samples an epoch takes, and in which order: a function of seed and epoch. */
    final class EpochOrder {

        private EpochOrder() {}

        static int[] of(DataSet data, ClassBalance balance, long seed, int epoch) {
            Random random = new Random(new SplittableRandom(seed * 31 + epoch).nextLong());
            List<List<Integer>> byClass = new ArrayList<>();
            for (int i = 0; i < data.size(); i++) {
                while (byClass.size() <= data.label(i)) {
                    byClass.add(new ArrayList<>());
                }
                byClass.get(data.label(i)).add(i);
            }
            byClass.removeIf(List::isEmpty);
            int wanted = byClass.stream().mapToInt(List::size).max().orElse(0);
            List<Integer> order = new ArrayList<>();
            for (List<Integer> members : byClass) {
                Collections.shuffle(members, random);
                int count = balance == ClassBalance.NONE ? members.size() : wanted;
                for (int i = 0; i < count; i++) {
                    order.add(members.get(i % members.size()));
                }
            }
            Collections.shuffle(order, random);
            return order.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
