package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImagesAreAllowedTest {
    private static Asked asked() {
        return Asked.of(new ImagesAreAllowed())
                .with("allowed", java.util.List.of("registry.example.org/eaf", "quay.io/jupyterhub"));
    }

    @Test
    void an_allowed_folder_passes() {
        assertThat(asked().about(Asked.deployment("image: registry.example.org/eaf/hub:1.0", "")))
                .isEmpty();
    }

    @Test
    void docker_hub_by_omission_is_named() {
        assertThat(asked().about(Asked.deployment("image: hub:1.0", "")))
                .containsExactly(
                        "Deployment jupyterhub/hub: container hub takes an image from elsewhere, hub:1.0; allowed"
                                + " are registry.example.org/eaf, quay.io/jupyterhub; push the image to an allowed registry, or"
                                + " have its folder added in policies/quotas.yaml");
    }

    @Test
    void a_folder_that_only_begins_alike_is_another() {
        assertThat(asked().about(Asked.deployment("image: registry.example.org/eaf-else/hub:1.0", "")))
                .hasSize(1);
    }

    @Test
    void images_that_the_hub_starts_later_are_judged() {
        assertThat(
                        asked().about(
                                        Asked.hub(
                                                """
                                hub: {x: y}
                                singleuser:
                                  image: {name: quay.io/elsewhere/notebook, tag: "1"}
                                  profileList: [{kubespawner_override: {image: docker.io/someone/sl7:1}}]
                                """)))
                .hasSize(2);
    }

    @Test
    void an_image_is_found_wherever_it_stands() {
        var rule = Asked.of(new ImagesAreAllowed()).with("allowed", java.util.List.of("registry.example.org/eaf"));
        for (String object : new String[] {
            Asked.deployment(
                    "image: registry.example.org/eaf/hub:1", "volumes: [{name: a, image: {reference: evil:1}}]"),
            "kind: BuildConfig\nmetadata: {name: b}\nspec: {strategy: {dockerStrategy: {from: {kind: DockerImage, name:"
                    + " 'evil:1'}}}}\n",
            "kind: ImageStream\nmetadata: {name: b}\nspec: {tags: [{from: {kind: DockerImage, name: 'evil:1'}}]}\n",
            Asked.hub("hub: {x: y}\nsingleuser: {image: {registry: docker.io, repository: evil, tag: '1'}}"),
            Asked.hub("hub: {extraConfig: {a: 'c.KubeSpawner.image = \"evil:1\"'}}\nsingleuser: {x: y}"),
            Asked.deployment("image: evil:1", "").replace("kind: Deployment", "kind: DeploymentPatch"),
            Asked.deployment("image: evil:1", "").replace("kind: Deployment", "kind: DeploymentConfig")
        }) {
            assertThat(rule.about(object))
                    .as(object)
                    .singleElement()
                    .asString()
                    .contains("takes an image from elsewhere");
        }
    }
}
