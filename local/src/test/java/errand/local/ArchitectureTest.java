package errand.local;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules between the houses, and the purity of the core, each with its reason. */
class ArchitectureTest {

    private static final String[] EVENTS = {"errand.events..", "errand.facts..", "errand.common.."};
    private static final String[] AGENTS = {
        "errand.taobao..",
        "errand.flash..",
        "errand.amap..",
        "errand.alipay..",
        "errand.fliggy..",
        "errand.mcp..",
        "errand.bench.agent.."
    };
    private static final String[] CORE = {
        "errand.orchestrator.plan..", "errand.orchestrator.conversation.."
    };

    private static JavaClasses errand;

    @BeforeAll
    static void read_all_classes() {
        errand =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("errand");
    }

    @Test
    void sees_the_classes_of_all_modules() {
        assertThat(errand.contain("errand.events.ConversationAdvanced")).isTrue();
        assertThat(errand.contain("errand.embedded.EmbeddedBroker")).isTrue();
        assertThat(errand.contain("errand.agent.Agent")).isTrue();
        assertThat(errand.contain("errand.local.Main")).isTrue();
    }

    @Test
    void schemas_use_no_other_house() {
        noClasses()
                .that(are(resideInAnyPackage(plus(EVENTS, "errand.schemas.."))))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("errand..")
                                .and(
                                        are(resideInAnyPackage(plus(EVENTS, "errand.schemas..")))
                                                .negate()))
                .because("the language that all share must not change when one of them does")
                .check(errand);
    }

    @Test
    void embedded_uses_no_other_house() {
        noClasses()
                .that()
                .resideInAPackage("errand.embedded..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("errand..")
                                .and(are(resideInAPackage("errand.embedded..")).negate()))
                .because("tests of every module start the real broker and PostgreSQL with it")
                .check(errand);
    }

    @Test
    void only_local_and_tests_use_embedded() {
        noClasses()
                .that(
                        resideInAPackage("errand..")
                                .and(
                                        are(resideInAnyPackage(
                                                        "errand.embedded..",
                                                        "errand.local..",
                                                        "errand.testkit.."))
                                                .negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("errand.embedded..")
                .because("a service that runs in production must not carry a broker about")
                .check(errand);
    }

    @Test
    void agent_runtime_uses_schemas_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("errand.agent..", "errand.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        plus(AGENTS, "errand.orchestrator..", "errand.local..", "errand.testkit.."))
                .because("any agent may stand on it, so it must know none, nor who plans")
                .check(errand);
    }

    @Test
    void orchestrator_knows_no_agent_and_not_local() {
        noClasses()
                .that()
                .resideInAPackage("errand.orchestrator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(plus(AGENTS, "errand.local..", "errand.testkit.."))
                .because("a new agent needs no change to the orchestrator")
                .allowEmptyShould(true)
                .check(errand);
    }

    @Test
    void nobody_sees_local() {
        noClasses()
                .that(
                        resideInAPackage("errand..")
                                .and(are(resideInAPackage("errand.local..")).negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("errand.local..")
                .because("it is how all runs on one machine, not part of what runs")
                .check(errand);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "flash", "amap", "alipay", "fliggy", "mcp", "bench.agent"})
    void agents_know_their_business_alone(String agent) {
        var own = "errand." + agent + "..";
        var others = Arrays.stream(AGENTS).filter(other -> !other.equals(own)).toList();
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        plus(
                                others.toArray(String[]::new),
                                "errand.orchestrator..",
                                "errand.events..",
                                "errand.facts..",
                                "org.apache.kafka..",
                                "org.springframework.kafka..",
                                "org.apache.avro.."))
                .because(
                        "an agent is its business: Kafka, events, plans and other agents are the"
                                + " runtime's and the orchestrator's matter")
                .allowEmptyShould(true)
                .check(errand);
    }

    @Test
    void the_core_stands_on_the_jdk_alone() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(plus(CORE, "java..", "org.jspecify.."))
                .because("the same inbox must give the same facts in ten years and in any process")
                .allowEmptyShould(true)
                .check(errand);
    }

    @Test
    void a_plan_knows_nothing_of_conversations() {
        noClasses()
                .that()
                .resideInAPackage("errand.orchestrator.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("errand.orchestrator.conversation..")
                .because("a conversation owns plans, not the other way round")
                .allowEmptyShould(true)
                .check(errand);
    }

    @Test
    void the_core_does_no_io_and_starts_no_threads() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\.(?!TimeUnit).*")
                .because("doing an input again after a crash must give the same facts")
                .allowEmptyShould(true)
                .check(errand);
    }

    @Test
    void the_core_has_neither_clock_nor_chance() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(
                        target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .because("time comes in with the input, and ids are made outside")
                .allowEmptyShould(true)
                .check(errand);
    }

    private static String[] plus(String[] some, String... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
