package backprop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms: each imports the rooms that its row names, and all that those may. */
class ArchitectureTest {
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

    @TestFactory
    Stream<DynamicTest> eachRoomImportsOnlyWhatItsRowAllows() {
        return MAY_IMPORT.keySet().stream()
                .map(room ->
                        DynamicTest.dynamicTest(room, () -> wallAround(room).check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryStaysInItsRooms() {
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
                only("me.tongfei..", "grade"),
                only("org.apache.commons.compress..", "grade"),
                only("info.picocli..", "grade"));
    }

    @Test
    void noTwoRoomsNeedEachOther() {
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
    void onlyTheDataRoomsTablesMeetsTablesaw() {
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

    private static ArchRule wallAround(String room) {
        Set<String> allowed = new TreeSet<>();
        reach(room, allowed);
        String[] forbidden = MAY_IMPORT.keySet().stream()
                .filter(other -> !allowed.contains(other))
                .map(other -> "backprop." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("backprop." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true);
    }

    private static void reach(String room, Set<String> allowed) {
        if (allowed.add(room)) {
            MAY_IMPORT.get(room).forEach(other -> reach(other, allowed));
        }
    }

    private static DynamicTest only(String library, String... rooms) {
        String[] packages = Stream.of(rooms).map(r -> "backprop." + r + "..").toArray(String[]::new);
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
