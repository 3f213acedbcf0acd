package io.tapeline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Dependencies point one way, and what a venue is made of stays in its package. */
@AnalyzeClasses(
        packages = "io.tapeline",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    /** What other modules lend to tests is not of the program. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String MODEL = "io.tapeline.model..";
    private static final String BUS = "io.tapeline.bus..";
    private static final String COLLECTOR = "io.tapeline.collector..";
    private static final String VENUES = "io.tapeline.venue..";
    private static final String WRITER = "io.tapeline.writer..";
    private static final String DERIVS = "io.tapeline.derivs..";
    private static final String SPOT_DEPTH = "io.tapeline.spotdepth..";
    private static final String QUERY = "io.tapeline.query..";
    private static final String EMULATOR = "io.tapeline.emulator..";
    private static final String LAUNCHER = "io.tapeline.launcher..";

    private static ArchRule uses(String of, String... allowed) {
        String[] all = Stream.concat(Stream.of(of), Stream.of(allowed)).toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign = describe(
                "classes of another module",
                c -> c.getPackageName().startsWith("io.tapeline.")
                        && !JavaClass.Predicates.resideInAnyPackage(all).test(c));
        return noClasses().that().resideInAPackage(of).should().dependOnClassesThat(foreign);
    }

    @ArchTest
    static final ArchRule theModelDependsOnNothing = uses(MODEL);

    @ArchTest
    static final ArchRule theModelKnowsNoSpring = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule theBusUsesTheModel = uses(BUS, MODEL);

    @ArchTest
    static final ArchRule collectorsUseTheBus = uses(COLLECTOR, MODEL, BUS);

    @ArchTest
    static final ArchRule venuesUseTheCollectorCore = uses(VENUES, MODEL, BUS, COLLECTOR);

    @ArchTest
    static final ArchRule theDerivativesServiceOnlyPutsVenuesTogether = uses(DERIVS, VENUES, BUS, COLLECTOR);

    @ArchTest
    static final ArchRule theSpotServiceOnlyPutsVenuesTogether = uses(SPOT_DEPTH, VENUES, BUS, COLLECTOR);

    @ArchTest
    static final ArchRule theWriterUsesTheBus = uses(WRITER, MODEL, BUS);

    @ArchTest
    static final ArchRule theQueryServiceUsesTheBus = uses(QUERY, MODEL, BUS);

    @ArchTest
    static final ArchRule theEmulatorSharesNoReadingOfAVenueWithItsAdapter = uses(EMULATOR, MODEL);

    @ArchTest
    static final ArchRule nobodyDependsOnTheLauncher = noClasses()
            .that()
            .resideOutsideOfPackage(LAUNCHER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LAUNCHER);

    @ArchTest
    static final ArchRule venuesKnowNothingOfEachOther =
            slices().matching("io.tapeline.venue.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyWhatStartsOrConfiguresAVenueIsPublic = classes()
            .that()
            .resideInAPackage(VENUES)
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*(Venues|Settings|CollectorApplication)");

    @ArchTest
    static final ArchRule decodersAndSequencersTouchNoNetworkAndNoClock = noClasses()
            .that()
            .resideInAPackage(VENUES)
            .and()
            .haveNameMatching(".*(Decoder|BookSequencer|Subscriptions|Streams|Rest)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("(java\\.time\\.Clock|reactor\\..*|java\\.net\\.http\\..*|java\\.net\\.Socket)");

    @ArchTest
    static final ArchRule noEventHoldsABinaryFraction = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.tapeline.model.event")
            .should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(Double.class)
            .andShould()
            .notHaveRawType(float.class);

    @ArchTest
    static final ArchRule applicationsDoNotScanForAutoConfigurations = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.boot.autoconfigure.EnableAutoConfiguration");
}
