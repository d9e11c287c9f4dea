# What an installed rasd consists of, and its Debian package.
include(GNUInstallDirs)

# Who builds the package answers for it, as with Debian's own tools; else it says that nobody does.
set(contact "Local build of rasd <nobody@example.org>")
if(DEFINED ENV{DEBEMAIL} AND DEFINED ENV{DEBFULLNAME})
  set(contact "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(CPACK_PACKAGE_CONTACT "${contact}" CACHE STRING "Maintainer of the Debian package: Name <address>")

set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1)  # below any revision that Debian itself would give

set(generated ${PROJECT_BINARY_DIR}/generated)
find_program(GZIP gzip REQUIRED)
set(manual ${generated}/rasd.1.gz)
set(changelog ${generated}/changelog.gz)
set(debian_changelog ${generated}/changelog.Debian.gz)
configure_file(${PROJECT_SOURCE_DIR}/cmake/debian/changelog.in ${generated}/changelog.Debian @ONLY)
# The program describes itself; -n leaves the time out, so that two builds give the same bytes.
add_custom_command(
  OUTPUT ${manual} ${generated}/rasd.bash ${generated}/_rasd ${generated}/rasd.fish ${changelog} ${debian_changelog}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${generated}
  COMMAND sh -c "$<TARGET_FILE:rasd> --generate man | ${GZIP} -9nc > ${manual}"
  COMMAND sh -c "$<TARGET_FILE:rasd> --generate bash > ${generated}/rasd.bash"
  COMMAND sh -c "$<TARGET_FILE:rasd> --generate zsh > ${generated}/_rasd"
  COMMAND sh -c "$<TARGET_FILE:rasd> --generate fish > ${generated}/rasd.fish"
  COMMAND sh -c "${GZIP} -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${changelog}"
  COMMAND sh -c "${GZIP} -9nc ${generated}/changelog.Debian > ${debian_changelog}"
  DEPENDS rasd ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  VERBATIM)
add_custom_target(rasd_manual ALL DEPENDS ${manual} ${changelog} ${debian_changelog})

install(TARGETS rasd RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rules data DESTINATION ${CMAKE_INSTALL_DATADIR}/rasd)
# Compiled from these; programs that do not find them, or find other rules and data beside them, read the texts.
install(FILES ${PROJECT_BINARY_DIR}/gazetteer.bin ${PROJECT_BINARY_DIR}/knowledge.bin DESTINATION ${CMAKE_INSTALL_DATADIR}/rasd)
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/rasd.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME rasd)
install(FILES ${generated}/_rasd DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${generated}/rasd.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/debian/copyright ${changelog} ${debian_changelog} DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "extract conflict events from Arabic news text")
set(CPACK_PACKAGE_DESCRIPTION
    "rasd reads Arabic news articles and writes structured conflict events: who did\nwhat to whom, when, where, with what, and how many were killed, wounded or\ndetained. It works by rules that can be read and edited, without a model and\nwithout a network; the same text always gives the same events.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The package has the program. Libraries, headers and the Python module are installed from source (docs/cpp-api.md); the archive has all.
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL Unspecified)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_NAME rasd)
set(CPACK_DEBIAN_UNSPECIFIED_FILE_NAME DEB-DEFAULT)
set(CPACK_COMPONENT_UNSPECIFIED_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
include(CPack)
