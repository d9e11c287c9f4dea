# What a program that links us needs: headers, the C library, the C++ archives, a CMake package, pkg-config files, the Python module.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/rasd)
set(rooms text token mention clause rules event pipeline source sink dedup)
list(TRANSFORM rooms PREPEND rasd_ OUTPUT_VARIABLE room_targets)
install(TARGETS rasd_library rasd_c ${room_targets} EXPORT rasd
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/rasd DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT rasd NAMESPACE rasd:: FILE rasdTargets.cmake DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/rasdConfig.cmake.in ${generated}/rasdConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${generated}/rasdConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${generated}/rasdConfig.cmake ${generated}/rasdConfigVersion.cmake DESTINATION ${package_dir} COMPONENT development)

# The prefix is told from where the file stands, so that an installed tree can be moved.
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(name rasd rasd-cxx)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in ${generated}/${name}.pc @ONLY)
  install(FILES ${generated}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endforeach()

# Where Debian's python3 looks for the modules of packages; in another prefix PYTHONPATH names it.
set(RASD_PYTHON_DIR lib/python3/dist-packages CACHE STRING "Directory of Python modules, below the prefix")
install(FILES python/rasd/__init__.py python/rasd/_library.py DESTINATION ${RASD_PYTHON_DIR}/rasd COMPONENT python)
