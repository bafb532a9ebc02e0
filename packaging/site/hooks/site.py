"""What MkDocs does otherwise here: pages are those of the repository, and its list of pages is the navigation."""

import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent))

import dialect  # noqa: E402
import front  # noqa: E402
import links  # noqa: E402
import llms  # noqa: E402
import navigation  # noqa: E402
import search  # noqa: E402
import sources  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]
_rewriter = links.Rewriter()
_boosts = {}


def on_config(config):
    pages, problems = navigation.read(ROOT)
    problems += navigation.problems(ROOT, pages)
    if problems:
        raise PluginError("docs/README.md: " + "; ".join(problems))
    _boosts.update(search.boosts(pages))
    config.copyright = f"Ganglion {_version()}, Apache-2.0"
    config.nav = navigation.for_mkdocs(pages, config.extra["made"])
    config.markdown_extensions.append(links.Extension(_rewriter))
    config.mdx_configs.setdefault("toc", {})["slugify"] = links.slug
    return config


def _version():
    project = ElementTree.parse(ROOT / "pom.xml").getroot()
    name = project.tag.replace("project", "version")
    return (project.findtext(name) or project.findtext(f"{project.tag.replace('project', 'parent')}/{name}")).strip()


def on_files(files, config):
    taken = sources.collect(ROOT, ["README.md", "docs/README.md", *sources.below(ROOT, "docs")])
    _rewriter.targets = taken.targets
    for uri, path in taken.copied.items():
        files.append(File.generated(config, uri, abs_src_path=str(path)))
        if uri.endswith("/README.md") and not navigation.is_index(uri):
            _no_index(files.get_file_from_path(uri))
    for uri, text in taken.made.items():
        files.append(File.generated(config, uri, content=text))
    files.append(File.generated(config, llms.NAME, content=llms.made(ROOT, config.site_name, config.site_description)))
    return files


def _no_index(file):
    # The theme takes a page of the name index for the head of its section. The address, which is read first, stays.
    file.dest_uri, file.url  # noqa: B018
    file.name = "README"


def on_page_markdown(markdown, page, config, files):
    _rewriter.page = page.file.src_uri
    page.meta["search"] = {"boost": search.boost(page.file.src_uri, _boosts)}
    if page.file.src_uri == "README.md":
        markdown = front.lead(markdown, page)
    if page.file.src_uri == links.GALLERY:
        page.meta["hide"] = ["toc"]
    return dialect.for_python_markdown(markdown)


def on_post_template(output_content, template_name, config):
    # Both need the address at which the site is served, which nobody knows here.
    return "" if template_name in ("404.html", "sitemap.xml") else output_content


def on_post_build(config):
    search.extend(ROOT, Path(config.site_dir, "search", "search_index.json"), _boosts)
