package io.tapeline.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void onLoopbackNothingNeedsToBeSaid(String address) {
        assertThat(LoopbackRule.objection(address, false, "ask")).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "", " ", "10.0.0.1", "no such host.invalid"})
    void anyOtherAddressWantsItSaidInSoManyWords(String address) {
        assertThat(LoopbackRule.objection(address, false, "ask"))
                .contains("TAPELINE_ALLOW_UNAUTHENTICATED=true to let anybody ask");
        assertThat(LoopbackRule.objection(address, true, "ask")).isNull();
    }
}
