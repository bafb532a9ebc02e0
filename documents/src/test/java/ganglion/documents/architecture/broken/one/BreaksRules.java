package ganglion.documents.architecture.broken.one;

import com.ezylang.evalex.Expression;
import com.networknt.schema.Schema;
import ganglion.documents.architecture.broken.two.AlsoBreaksRules;
import io.jhdf.HdfFile;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the module. */
public final class BreaksRules {

    public static int mutable;

    private BreaksRules() {}

    static void foreign() {
        Assertions.assertNotNull(AlsoBreaksRules.class);
        System.out.println(new Random().nextInt());
    }

    static boolean isHdfFile(Object value) {
        return value instanceof HdfFile;
    }

    static boolean isExpression(Object value) {
        return value instanceof Expression;
    }

    static boolean isSchema(Object value) {
        return value instanceof Schema;
    }
}
