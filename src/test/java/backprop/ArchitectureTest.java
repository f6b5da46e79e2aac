package backprop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The dependency rules: a package imports those that its row names, and all that those may import. */
class ArchitectureTest {
    private static final String GRADER = "backprop.grade";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("backprop");

    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("matrix", List.of());
        MAY_IMPORT.put("activation", List.of("matrix"));
        MAY_IMPORT.put("loss", List.of("activation"));
        MAY_IMPORT.put("init", List.of("matrix"));
        MAY_IMPORT.put("layer", List.of("activation", "init"));
        MAY_IMPORT.put("network", List.of("layer", "loss"));
        MAY_IMPORT.put("optimizer", List.of("matrix"));
        MAY_IMPORT.put("regularizer", List.of("matrix"));
        MAY_IMPORT.put("data", List.of("matrix"));
        MAY_IMPORT.put("train", List.of("network", "optimizer", "regularizer", "data"));
        MAY_IMPORT.put("plot", List.of("train"));
        MAY_IMPORT.put("exercise", List.of("train"));
        MAY_IMPORT.put("grade", List.of("exercise"));
        MAY_IMPORT.put("lecture", List.of("plot"));
        MAY_IMPORT.put("notebook", List.of("plot", "exercise"));
    }

    /** Of the grader's packages each imports those of its row alone, and none the grader's own commands. */
    private static final Map<String, List<String>> GRADER_MAY_IMPORT = new LinkedHashMap<>();

    static {
        GRADER_MAY_IMPORT.put("formula", List.of());
        GRADER_MAY_IMPORT.put("protocol", List.of());
        GRADER_MAY_IMPORT.put("executor", List.of("protocol"));
        GRADER_MAY_IMPORT.put("result", List.of());
        GRADER_MAY_IMPORT.put("notebook", List.of("result"));
        GRADER_MAY_IMPORT.put("assignment", List.of("notebook", "result"));
        GRADER_MAY_IMPORT.put("submission", List.of("assignment", "notebook", "result"));
        GRADER_MAY_IMPORT.put("sandbox", List.of("executor", "protocol", "result"));
        GRADER_MAY_IMPORT.put(
                "marking",
                List.of("assignment", "executor", "notebook", "protocol", "result", "sandbox", "submission"));
        GRADER_MAY_IMPORT.put("report", List.of("formula", "result", "submission"));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageImportsOnlyWhatItsRowAllows() {
        return MAY_IMPORT.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> rule(name).check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageOfTheGraderImportsOnlyWhatItsRowAllows() {
        return GRADER_MAY_IMPORT.keySet().stream()
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> graderRule(name).check(CLASSES)));
    }

    @Test
    void eachPackageOfTheGraderHasARow() {
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(GRADER + "."))
                .map(name -> name.substring(GRADER.length() + 1))
                .collect(Collectors.toSet());
        assertThat(GRADER_MAY_IMPORT).containsOnlyKeys(packages);
    }

    /** What runs in the sandbox is the protocol, the executor, and of the rest what students have. */
    @Test
    void theCodeInTheSandboxKnowsNothingOfTheGrader() {
        noClasses()
                .that()
                .resideInAnyPackage(GRADER + ".executor..", GRADER + ".protocol..")
                .should()
                .dependOnClassesThat(resideInAPackage(GRADER + "..")
                        .and(not(resideInAnyPackage(GRADER + ".executor..", GRADER + ".protocol.."))))
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesOfTheGraderNeedEachOther() {
        slices().matching(GRADER + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryStaysInItsPackages() {
        return Stream.of(
                only("dev.ludovic.netlib..", "matrix"),
                only("org.ejml..", "matrix"),
                only("org.knowm..", "plot", "notebook"),
                only("com.github.weisj..", "plot"),
                only("tech.tablesaw..", "data", "notebook"),
                only("org.apache.commons.csv..", "data", "grade"),
                only("org.apache.commons.numbers..", "activation"),
                only("org.junit..", "exercise", "grade"),
                only("io.github.spencerpark..", "notebook"),
                only("org.dflib..", "notebook"),
                only("java.awt..", "plot", "notebook"),
                only("com.fasterxml..", "grade"),
                only("com.samskivert..", "grade"),
                only("org.objectweb.asm..", "grade"),
                only("me.tongfei..", "grade"),
                only("org.apache.commons.compress..", "grade"),
                only("info.picocli..", "grade"));
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("backprop.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyClassIsAnInterfaceOrFinal() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void onlyOneClassOfDataUsesTablesaw() {
        noClasses()
                .that()
                .resideInAPackage("backprop.data")
                .and()
                .doNotHaveSimpleName("Tables")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tech.tablesaw..")
                .check(CLASSES);
    }

    private static ArchRule rule(String name) {
        Set<String> allowed = new TreeSet<>();
        collect(name, allowed);
        String[] forbidden = MAY_IMPORT.keySet().stream()
                .filter(other -> !allowed.contains(other))
                .map(other -> "backprop." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("backprop." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true);
    }

    private static ArchRule graderRule(String name) {
        List<String> allowed = Stream.concat(Stream.of(name), GRADER_MAY_IMPORT.get(name).stream())
                .map(other -> GRADER + "." + other + "..")
                .toList();
        return noClasses()
                .that()
                .resideInAPackage(GRADER + "." + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(GRADER + "..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))));
    }

    private static void collect(String name, Set<String> allowed) {
        if (allowed.add(name)) {
            MAY_IMPORT.get(name).forEach(other -> collect(other, allowed));
        }
    }

    private static DynamicTest only(String library, String... names) {
        String[] packages =
                Stream.of(names).map(name -> "backprop." + name + "..").toArray(String[]::new);
        return DynamicTest.dynamicTest(
                library,
                () -> noClasses()
                        .that()
                        .resideOutsideOfPackages(packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .check(CLASSES));
    }
}
