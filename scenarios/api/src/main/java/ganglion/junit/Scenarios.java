package ganglion.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which scenarios a test class runs; the class must implement {@link ScenarioTests}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scenarios {

    /** Scenario files or folders of them, relative to the folder of the build (that of the pom.xml). */
    String[] value();

    /** Only scenarios with one of these tags; all scenarios if empty. */
    String[] tags() default {};

    /** Scenarios with any of these tags are left out. */
    String[] excludedTags() default {};

    /** Folder for run directories with their reports. */
    String reports() default "target/ganglion";
}
